import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  api,
  bodyOf,
  STAFF_ABSENCES,
  type StaffAbsence,
  toProblem,
  useColleagues,
  usePerson,
  useStaffAbsences,
} from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useDraft } from "@/shared/lib";
import { RowSkeletons, useProblemText, useToasts } from "@/shared/ui";
import { renderNoted, usePeopleOptions } from "@/shared/ui/absences/people-options";
import { Section } from "../section";
import { type AbsenceDraft, bodyOfDraft, draftOf, isBackwards, isReady } from "./absence-draft";
import classes from "./absence.module.css";

const PATH = "/api/people/me/absence";
const LONGEST_TEXT = 2000;

/** When I am away: colleagues see it, and letters to my own mailbox are answered. */
export default function Absence() {
  const { t } = useTranslation("absences");
  const me = usePerson();
  const all = useStaffAbsences();
  const kept = all?.find((absence) => absence.person_id === me.id);
  return (
    <Section title={t("title")} text={t("text")}>
      {all ? (
        <AbsenceForm key={JSON.stringify(kept ?? null)} kept={kept} />
      ) : (
        <RowSkeletons count={3} />
      )}
    </Section>
  );
}

function AbsenceForm({ kept }: { kept: StaffAbsence | undefined }) {
  const { t } = useTranslation("absences");
  const me = usePerson();
  const formats = useFormats();
  const colleagues = useColleagues().filter(({ id }) => id !== me.id);
  const people = usePeopleOptions(colleagues);
  const today = formats.dayKey(new Date());
  const first = draftOf(kept, today);
  const [draft, change, forget] = useDraft<AbsenceDraft>("my-absence", first);
  const { put, end, saving, problem } = useSaving(kept, forget);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void put(draft);
      }}
    >
      {kept && <Standing absence={kept} today={today} />}
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={t("since")}
          required
          withAsterisk={false}
          value={draft.since}
          onChange={(event) => change({ since: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("until")}
          required
          withAsterisk={false}
          min={draft.since}
          error={isBackwards(draft) && t("backwards")}
          value={draft.until}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
        <Select
          label={t("standIn")}
          description={t("standInHelp")}
          searchable
          clearable
          placeholder={t("nobody")}
          data={people}
          renderOption={renderNoted}
          value={draft.standInId || null}
          onChange={(id) => change({ standInId: id ?? "" })}
        />
      </div>
      <Textarea
        label={t("answer")}
        description={t("answerHelp")}
        placeholder={t("answerUsual")}
        autosize
        minRows={4}
        maxLength={LONGEST_TEXT}
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      {problem && (
        <p className={classes.wrong} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={saving} disabled={!isReady(draft)}>
          {t("save")}
        </Button>
        {kept && (
          <Button variant="default" disabled={saving} onClick={() => void end()}>
            {t("back")}
          </Button>
        )}
      </div>
    </form>
  );
}

function Standing({ absence, today }: { absence: StaffAbsence; today: string }) {
  const { t } = useTranslation("absences");
  const formats = useFormats();
  const since = formats.shortDate(absence.since);
  const until = formats.shortDate(absence.until);
  return (
    <p className={classes.standing}>
      {absence.since <= today ? t("now", { until }) : t("ahead", { since, until })}
    </p>
  );
}

function useSaving(kept: StaffAbsence | undefined, onSaved: () => void) {
  const { t } = useTranslation("absences");
  const client = useQueryClient();
  const toasts = useToasts();
  const problemText = useProblemText();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const changed = () => client.invalidateQueries({ queryKey: STAFF_ABSENCES });
  const run = async (work: () => Promise<unknown>) => {
    setSaving(true);
    setProblem(null);
    try {
      await work();
      onSaved();
      await changed();
      return true;
    } catch (error) {
      setProblem(problemText(toProblem(error)));
      return false;
    } finally {
      setSaving(false);
    }
  };
  const send = (draft: AbsenceDraft) => bodyOf(api.PUT(PATH, { body: bodyOfDraft(draft) }));
  const put = async (draft: AbsenceDraft) => {
    if (await run(() => send(draft))) toasts.done(t("saved"));
  };
  const end = async () => {
    const ended = await run(() => bodyOf(api.DELETE(PATH)));
    if (!ended || !kept) return;
    toasts.done(t("isBack"), async () => {
      await send(draftOf(kept, ""));
      await changed();
    });
  };
  return { put, end, saving, problem };
}
