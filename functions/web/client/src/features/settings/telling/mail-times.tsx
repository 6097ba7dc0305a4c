import { Chip, Select, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { Section } from "../section";
import { NIGHT, type Preferences, weekdays } from "./kinds";
import classes from "./telling.module.css";

const MODES = ["off", "hourly", "daily"] as const;

interface TimesProps {
  wishes: Preferences;
  onChange: (wishes: Preferences) => void;
}

/** Whether mails come together, and when none do. */
export function MailTimes({ wishes, onChange }: TimesProps) {
  const { t } = useTranslation("telling");
  const { time_zone: zone } = usePerson();
  const { quiet, digest } = wishes;
  return (
    <Section title={t("mailTimes")} text={t("mailTimesText")}>
      <div className={classes.times}>
        <Select
          label={t("digest")}
          allowDeselect={false}
          data={MODES.map((mode) => ({ value: mode, label: t(`digest_${mode}`) }))}
          value={digest.mode}
          onChange={(mode) => mode && onChange({ ...wishes, digest: { ...digest, mode } })}
        />
        {digest.mode === "daily" && (
          <Time
            label={t("digestAt")}
            value={digest.at}
            onChange={(at) => onChange({ ...wishes, digest: { ...digest, at } })}
          />
        )}
      </div>
      <Switch
        mt="md"
        label={t("quiet")}
        description={t("quietText")}
        checked={quiet !== null}
        onChange={(event) =>
          onChange({ ...wishes, quiet: event.currentTarget.checked ? NIGHT : null })
        }
      />
      {quiet && <Quiet quiet={quiet} onChange={(one) => onChange({ ...wishes, quiet: one })} />}
      <Switch
        mt="md"
        label={t("urgentMail")}
        checked={wishes.urgent_mail}
        onChange={(event) => onChange({ ...wishes, urgent_mail: event.currentTarget.checked })}
      />
      <p className={classes.note}>{t("zoneNote", { zone })}</p>
    </Section>
  );
}

type QuietHours = NonNullable<Preferences["quiet"]>;

function Quiet({ quiet, onChange }: { quiet: QuietHours; onChange: (quiet: QuietHours) => void }) {
  const { t, i18n } = useTranslation("telling");
  const [empty, setEmpty] = useState(false);
  const choose = (days: string[]) => {
    setEmpty(days.length === 0);
    if (days.length > 0) onChange({ ...quiet, working_days: days.map(Number) });
  };
  return (
    <div className={classes.quiet}>
      <Time
        label={t("quietFrom")}
        value={quiet.start}
        onChange={(start) => onChange({ ...quiet, start })}
      />
      <Time
        label={t("quietTo")}
        value={quiet.end}
        onChange={(end) => onChange({ ...quiet, end })}
      />
      <fieldset className={classes.days}>
        <legend>{t("workingDays")}</legend>
        <Chip.Group multiple value={quiet.working_days.map(String)} onChange={choose}>
          {weekdays(i18n.language).map((name, day) => (
            <Chip key={name} value={String(day)} size="sm">
              {name}
            </Chip>
          ))}
        </Chip.Group>
        {empty && <p role="alert">{t("noDays")}</p>}
      </fieldset>
    </div>
  );
}

interface TimeProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A time by the clock, stored when one leaves it: each key would be a change of its own. */
function Time({ label, value, onChange }: TimeProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      type="time"
      label={label}
      className={classes.time}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed && typed !== value) onChange(typed);
        setTyped(null);
      }}
    />
  );
}
