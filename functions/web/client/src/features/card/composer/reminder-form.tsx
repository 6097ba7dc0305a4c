import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  api,
  bodyOf,
  type CardRef,
  cardText,
  followChange,
  pulseKey,
  type Schemas,
  toProblem,
  usePerson,
} from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { instantOf, ONCE, ruleOf, soonInstants, useDraft } from "@/shared/lib";
import { useProblemText, useToasts } from "@/shared/ui";
import { ComposerForm } from "@/shared/ui/composer";
import { RepeatFields } from "@/shared/ui/telling/repeat-fields";
import classes from "./forms.module.css";

export function ReminderForm({ card }: { card: CardRef }) {
  const { t } = useTranslation("card");
  const person = usePerson();
  const [soon] = useState(() => soonInstants(new Date(), person.time_zone, "10:00"));
  const [draft, change, forget] = useDraft(`reminder.${cardText(card)}`, {
    text: "",
    at: soon.tomorrow,
    ...ONCE,
  });
  const rule = ruleOf(draft, draft.at);
  const problemText = useProblemText();
  const adding = useAdding(card, forget);
  const problem = adding.error ? toProblem(adding.error) : null;
  return (
    <ComposerForm
      verb={t("reminderSubmit")}
      sending={adding.isPending}
      disabled={draft.text.trim() === "" || draft.at === ""}
      error={problem && (problem.at("/at") ?? problem.at("/repeat/rule") ?? problemText(problem))}
      onSend={() =>
        adding.mutate({
          text: draft.text,
          at: instantOf(draft.at, person.time_zone),
          about: card,
          repeat: rule === null ? null : { rule, time_zone: person.time_zone },
        })
      }
    >
      <TextInput
        label={t("reminderText")}
        placeholder={t("reminderPlaceholder")}
        maxLength={2000}
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <div className={classes.when}>
        <TextInput
          label={t("reminderAt")}
          type="datetime-local"
          value={draft.at}
          onChange={(event) => change({ at: event.currentTarget.value })}
        />
        <div className={classes.quick}>
          {(
            [
              ["inAnHour", soon.hour],
              ["tomorrowMorning", soon.tomorrow],
              ["nextMonday", soon.monday],
            ] as const
          ).map(([label, at]) => (
            <Button key={label} variant="default" size="xs" onClick={() => change({ at })}>
              {t(label)}
            </Button>
          ))}
        </div>
      </div>
      <RepeatFields draft={draft} onChange={change} />
    </ComposerForm>
  );
}

function useAdding(card: CardRef, onDone: () => void) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const toasts = useToasts();
  const client = useQueryClient();
  const refresh = () => {
    followChange(client, pulseKey(card));
    return client.invalidateQueries({ queryKey: ["get", "/api/notifications/reminders"] });
  };
  return useMutation({
    mutationFn: (body: Schemas["NewReminder"]) =>
      bodyOf(api.POST("/api/notifications/reminders", { body })),
    onSuccess: (reminder) => {
      onDone();
      void refresh();
      toasts.done(t("reminderAdded", { when: formats.exact(reminder.at) }), async () => {
        await api.DELETE("/api/notifications/reminders/{reminder_id}", {
          params: { path: { reminder_id: reminder.id } },
        });
        await refresh();
      });
    },
  });
}
