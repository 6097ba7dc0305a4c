import { ActionIcon, Tooltip } from "@mantine/core";
import { IconBell, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Reminder } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useToasts } from "@/shared/ui";
import { Line } from "./line";
import { useActions } from "./queries";
import { Snooze } from "./snooze-menu";

export function ReminderLine({
  reminder,
  title,
}: {
  reminder: Reminder;
  title: string | undefined;
}) {
  const { t } = useTranslation("my-day");
  const formats = useFormats();
  const toasts = useToasts();
  const { cancel, remind } = useActions();
  const isToday = formats.dayKey(reminder.at) === formats.dayKey(new Date());
  const takeBack = () =>
    cancel.mutate(reminder, {
      onSuccess: () => toasts.done(t("cancelled"), () => remind.mutateAsync(reminder)),
      onError: toasts.failed,
    });
  return (
    <Line
      icon={<IconBell size={16} />}
      text={reminder.text}
      card={reminder.about}
      title={title}
      when={
        <time dateTime={reminder.at} title={formats.exact(reminder.at)} className="tabular">
          {isToday
            ? formats.time(reminder.at)
            : `${formats.day(reminder.at)}, ${formats.time(reminder.at)}`}
        </time>
      }
      actions={
        <>
          <Snooze reminder={reminder} />
          <Tooltip label={t("cancel")}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={t("cancel")}
              onClick={takeBack}
            >
              <IconX size={16} />
            </ActionIcon>
          </Tooltip>
        </>
      }
    />
  );
}
