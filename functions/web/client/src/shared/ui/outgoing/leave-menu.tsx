import { Button, Popover, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { useFormats, zoneName } from "@/shared/i18n";
import { instantOf, soonInstants } from "@/shared/lib";
import classes from "./outgoing.module.css";

interface LeaveMenuProps {
  /** The control that opens it. */
  target: ReactNode;
  onChoose: (at: string) => void;
}

/** When a letter is to leave: the instants that people mean by "later", or an exact one by the person's clocks. */
export function LeaveMenu({ target, onChoose }: LeaveMenuProps) {
  const { t } = useTranslation("outgoing");
  const [open, setOpen] = useState(false);
  const choose = (at: string) => {
    setOpen(false);
    onChoose(at);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <span onClickCapture={() => setOpen(!open)}>{target}</span>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={t("later")}>
        <Choices onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ onChoose }: { onChoose: (at: string) => void }) {
  const { t, i18n } = useTranslation("outgoing");
  const formats = useFormats();
  const { time_zone: zone } = usePerson();
  const soon = soonInstants(new Date(), zone);
  const [exact, setExact] = useState(soon.tomorrow);
  const [wrong, setWrong] = useState(false);
  const instants = [
    ["inAnHour", soon.hour],
    ["tomorrow", soon.tomorrow],
    ["monday", soon.monday],
  ] as const;
  const take = () => {
    const at = exact ? instantOf(exact, zone) : "";
    if (!at || Date.parse(at) <= Date.now()) setWrong(true);
    else onChoose(at);
  };
  return (
    <div className={classes.choices}>
      {instants.map(([label, local]) => (
        <button
          key={label}
          type="button"
          className={classes.choice}
          onClick={() => onChoose(instantOf(local, zone))}
        >
          <span>{t(label)}</span>
          <span className={classes.when}>{formats.exact(instantOf(local, zone))}</span>
        </button>
      ))}
      <div className={classes.exact}>
        <TextInput
          type="datetime-local"
          size="xs"
          label={t("exactly")}
          value={exact}
          error={wrong && t("past")}
          onChange={(event) => {
            setExact(event.currentTarget.value);
            setWrong(false);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            event.stopPropagation();
            take();
          }}
        />
        <Button size="xs" variant="default" onClick={take}>
          {t("choose")}
        </Button>
      </div>
      <p className={classes.zone}>{t("zone", { zone: zoneName(i18n.language, zone) })}</p>
    </div>
  );
}
