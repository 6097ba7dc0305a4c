import { Button, Chip, NumberInput, Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, toProblem } from "@/shared/api";
import { zoneChoices } from "@/shared/i18n";
import { useDraft } from "@/shared/lib";
import { useProblemText, useToasts } from "@/shared/ui";
import { Holidays } from "./holidays";
import { dayName, type Hours, isSame, minutesOf, WEEK } from "./hours-draft";
import classes from "./hours.module.css";

const PATH = "/api/crm/working-hours";
const MOST_MINUTES = 120_000;

/** The owner sets the hours; what he has begun stays on this device until he saves it. */
export function HoursForm({ kept }: { kept: Hours }) {
  const { t, i18n } = useTranslation("hours");
  const [draft, change, forget] = useDraft<Hours>("working-hours", kept);
  const { put, saving, problem } = useSaving(kept, forget);
  const zones = useMemo(() => zoneChoices(i18n.language, draft.zone), [i18n.language, draft.zone]);
  const backwards = draft.starts >= draft.ends;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void put(draft);
      }}
    >
      <div>
        <p className={classes.label} id="working-days">
          {t("days")}
        </p>
        <div className={classes.days} role="group" aria-labelledby="working-days">
          <Chip.Group
            multiple
            value={draft.days.map(String)}
            onChange={(days) => change({ days: days.map(Number).sort() })}
          >
            {WEEK.map((day) => (
              <Chip key={day} value={String(day)} size="sm">
                {dayName(i18n.language, day)}
              </Chip>
            ))}
          </Chip.Group>
        </div>
        {draft.days.length === 0 && <p className={classes.wrong}>{t("noDays")}</p>}
      </div>
      <div className={classes.fields}>
        <TextInput
          label={t("starts")}
          type="time"
          required
          value={draft.starts}
          onChange={(event) => change({ starts: event.currentTarget.value })}
        />
        <TextInput
          label={t("ends")}
          type="time"
          required
          value={draft.ends}
          error={backwards && t("backwards")}
          onChange={(event) => change({ ends: event.currentTarget.value })}
        />
        <Select
          label={t("zone")}
          searchable
          allowDeselect={false}
          data={zones}
          value={draft.zone}
          onChange={(zone) => zone && change({ zone })}
        />
      </div>
      <Holidays days={draft.holidays} onChange={(holidays) => change({ holidays })} />
      <div className={classes.limits}>
        <NumberInput
          label={t("answerWithin")}
          description={t("answerWithinHelp")}
          suffix={` ${t("minutes")}`}
          min={1}
          max={MOST_MINUTES}
          allowDecimal={false}
          value={draft.answer_within ?? ""}
          onChange={(value) => change({ answer_within: minutesOf(value) })}
        />
        <NumberInput
          label={t("stepWithin")}
          description={t("stepWithinHelp")}
          suffix={` ${t("minutes")}`}
          min={1}
          max={MOST_MINUTES}
          allowDecimal={false}
          value={draft.step_within ?? ""}
          onChange={(value) => change({ step_within: minutesOf(value) })}
        />
      </div>
      {problem && (
        <p className={classes.wrong} role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button
          type="submit"
          loading={saving}
          disabled={backwards || draft.days.length === 0 || isSame(draft, kept)}
        >
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

function useSaving(kept: Hours, onSaved: () => void) {
  const { t } = useTranslation("hours");
  const client = useQueryClient();
  const toasts = useToasts();
  const problemText = useProblemText();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const put = async (hours: Hours) => {
    setSaving(true);
    setProblem(null);
    try {
      const saved = await bodyOf(api.PUT(PATH, { body: hours }));
      client.setQueryData(["get", PATH], saved);
      onSaved();
      await client.invalidateQueries({ queryKey: ["get", PATH] });
      toasts.done(t("saved"), isSame(saved, kept) ? undefined : () => put(kept));
    } catch (error) {
      setProblem(problemText(toProblem(error)));
    } finally {
      setSaving(false);
    }
  };
  return { put, saving, problem };
}
