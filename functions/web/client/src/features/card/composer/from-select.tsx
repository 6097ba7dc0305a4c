import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { $api } from "@/shared/api";
import classes from "./forms.module.css";

interface FromSelectProps {
  value: string | null;
  onChange: (mailboxId: string | null) => void;
}

/** Which of one's mailboxes a letter is written from; whoever has one is not asked. */
export function FromSelect({ value, onChange }: FromSelectProps) {
  const { t } = useTranslation("outgoing");
  const boxes = $api
    .useQuery("get", "/api/communications/mailboxes")
    .data?.items.filter(({ mine, closed }) => mine && !closed);
  if (!boxes || boxes.length < 2) return null;
  return (
    <Select
      label={t("from")}
      size="xs"
      variant="unstyled"
      clearable
      classNames={{ root: classes.line, label: classes.lineLabel, wrapper: classes.grow }}
      placeholder={t("fromDefault")}
      data={boxes.map(({ id, name, address }) => ({ value: id, label: `${name} <${address}>` }))}
      value={boxes.some(({ id }) => id === value) ? value : null}
      onChange={onChange}
    />
  );
}
