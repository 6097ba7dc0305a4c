import { NumberInput, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ENDS, type RepeatDraft, REPEATS, UNITS } from "@/shared/lib";
import classes from "./telling.module.css";

interface RepeatFieldsProps {
  draft: RepeatDraft;
  onChange: (change: Partial<RepeatDraft>) => void;
}

/** How a reminder comes again, in words. */
export function RepeatFields({ draft, onChange }: RepeatFieldsProps) {
  const { t } = useTranslation("telling");
  return (
    <div className={classes.repeat}>
      <Select
        label={t("repeat")}
        allowDeselect={false}
        data={REPEATS.map((value) => ({ value, label: t(`choice_${value}`) }))}
        value={draft.repeat}
        onChange={(repeat) => repeat && onChange({ repeat })}
      />
      {draft.repeat === "custom" && (
        <>
          <NumberInput
            label={t("every")}
            className={classes.number}
            min={1}
            max={99}
            allowDecimal={false}
            value={draft.every}
            onChange={(every) => onChange({ every: Number(every) || 1 })}
          />
          <Select
            label={t("unit")}
            className={classes.unit}
            allowDeselect={false}
            data={UNITS.map((value) => ({
              value,
              label: t(`unit_${value}`, { count: draft.every }),
            }))}
            value={draft.unit}
            onChange={(unit) => unit && onChange({ unit })}
          />
        </>
      )}
      {draft.repeat !== "none" && <End draft={draft} onChange={onChange} />}
    </div>
  );
}

function End({ draft, onChange }: RepeatFieldsProps) {
  const { t } = useTranslation("telling");
  return (
    <>
      <Select
        label={t("end")}
        className={classes.unit}
        allowDeselect={false}
        data={ENDS.map((value) => ({ value, label: t(`end_${value}`) }))}
        value={draft.end}
        onChange={(end) => end && onChange({ end })}
      />
      {draft.end === "until" && (
        <TextInput
          label={t("untilDay")}
          type="date"
          value={draft.until}
          onChange={(event) => onChange({ until: event.currentTarget.value })}
        />
      )}
      {draft.end === "count" && (
        <NumberInput
          label={t("times")}
          className={classes.number}
          min={1}
          max={999}
          allowDecimal={false}
          value={draft.count}
          onChange={(count) => onChange({ count: Number(count) || 1 })}
        />
      )}
    </>
  );
}
