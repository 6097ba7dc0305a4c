import { Button, Menu } from "@mantine/core";
import { IconClockPause } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type CardRef, type Reminder, usePerson } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { instantOf, soonInstants } from "@/shared/lib";
import { useToasts } from "@/shared/ui";
import { useActions } from "./queries";

/** Puts a reminder off that has not gone off yet. */
export function Snooze({ reminder }: { reminder: Reminder }) {
  const { t } = useTranslation("my-day");
  const formats = useFormats();
  const toasts = useToasts();
  const { putOff } = useActions();
  const until = (at: string) =>
    putOff.mutate(
      { id: reminder.id, at },
      {
        onSuccess: () =>
          toasts.done(t("snoozed", { when: formats.exact(at) }), () =>
            putOff.mutateAsync({ id: reminder.id, at: reminder.at }),
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

function SnoozeMenu({ onChoose }: { onChoose: (at: string) => void }) {
  const { t } = useTranslation("my-day");
  const { time_zone: zone } = usePerson();
  const soon = soonInstants(new Date(), zone);
  const until = (local: string) => () => onChoose(instantOf(local, zone));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="xs" leftSection={<IconClockPause size={16} />}>
          {t("snooze")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={until(soon.hour)}>{t("snoozeHour")}</Menu.Item>
        <Menu.Item onClick={until(soon.tomorrow)}>{t("snoozeTomorrow")}</Menu.Item>
        <Menu.Item onClick={until(soon.monday)}>{t("snoozeMonday")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
