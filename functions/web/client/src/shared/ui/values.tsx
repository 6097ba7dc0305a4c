import { Tooltip } from "@mantine/core";
import { type Money as Amount, useFormats } from "../i18n";

/** An amount with its sign, in figures of one width. */
export function Money({ value }: { value: Amount }) {
  const formats = useFormats();
  return <span className="tabular">{formats.money(value)}</span>;
}

interface WhenProps {
  at: string;
  /** `relative` says how long ago, `time` the hour, `day` the date; the exact instant on hover. */
  as?: "relative" | "time" | "day";
}

export function When({ at, as = "relative" }: WhenProps) {
  const formats = useFormats();
  return (
    <Tooltip label={formats.exact(at)}>
      <time dateTime={at} className="tabular">
        {formats[as](at)}
      </time>
    </Tooltip>
  );
}
