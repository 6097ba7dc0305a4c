import { Button, Menu } from "@mantine/core";
import { IconClockPause } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type CardRef, usePerson } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { instantOf, soonInstants } from "@/shared/lib";
import { useToasts } from "@/shared/ui";
import { useActions } from "./queries";

interface SnoozeMenuProps {
  text: string;
  about: CardRef | null;
  /** The new reminder stands; the old one may go. */
  onSnoozed: () => void;
}

/** Another reminder of the same, later; made before the old one goes, so that none is lost between. */
export function SnoozeMenu({ text, about, onSnoozed }: SnoozeMenuProps) {
  const { t } = useTranslation("my-day");
  const formats = useFormats();
  const toasts = useToasts();
  const person = usePerson();
  const { remind } = useActions();
  const soon = soonInstants(new Date(), person.time_zone);
  const until = (local: string) =>
    remind.mutate(
      { text, about, at: instantOf(local, person.time_zone) },
      {
        onSuccess: (reminder) => {
          onSnoozed();
          toasts.done(t("snoozed", { when: formats.exact(reminder.at) }));
        },
        onError: toasts.failed,
      },
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="xs" leftSection={<IconClockPause size={16} />}>
          {t("snooze")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => until(soon.hour)}>{t("snoozeHour")}</Menu.Item>
        <Menu.Item onClick={() => until(soon.tomorrow)}>{t("snoozeTomorrow")}</Menu.Item>
        <Menu.Item onClick={() => until(soon.monday)}>{t("snoozeMonday")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
