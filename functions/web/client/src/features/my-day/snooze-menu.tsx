import { useTranslation } from "react-i18next";
import type { CardRef, Reminder } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useToasts } from "@/shared/ui";
import { SnoozeMenu } from "@/shared/ui/telling/snooze-menu";
import { useActions } from "./queries";

/** Puts a reminder off that has not gone off yet. */
export function Snooze({ reminder }: { reminder: Reminder }) {
  const { t } = useTranslation("my-day");
  const formats = useFormats();
  const toasts = useToasts();
  const { putOff } = useActions();
  const until = (at: string) =>
    putOff.mutate(
      { id: reminder.id, at, occurrence: reminder.at },
      {
        // One time of a series becomes a reminder of its own.
        onSuccess: ({ id }) =>
          toasts.done(t("snoozed", { when: formats.exact(at) }), () =>
            putOff.mutateAsync({ id, at: reminder.at }),
          ),
        onError: toasts.failed,
      },
    );
  return <SnoozeMenu onChoose={until} />;
}

interface SnoozeAgainProps {
  text: string;
  about: CardRef | null;
  /** The new reminder stands; what told of the old one may go. */
  onSnoozed: () => void;
}

/** A new reminder of what has gone off: made before the old one's news ends, so that none is lost between. */
export function SnoozeAgain({ text, about, onSnoozed }: SnoozeAgainProps) {
  const { t } = useTranslation("my-day");
  const formats = useFormats();
  const toasts = useToasts();
  const { remind } = useActions();
  const until = (at: string) =>
    remind.mutate(
      { text, about, at },
      {
        onSuccess: () => {
          onSnoozed();
          toasts.done(t("snoozed", { when: formats.exact(at) }));
        },
        onError: toasts.failed,
      },
    );
  return <SnoozeMenu onChoose={until} />;
}
