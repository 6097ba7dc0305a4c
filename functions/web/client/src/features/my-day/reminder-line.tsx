import { ActionIcon, Tooltip } from "@mantine/core";
import { IconBell, IconPlayerSkipForward, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Reminder } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useToasts } from "@/shared/ui";
import { useRepeatWords } from "@/shared/ui/telling/use-repeat-words";
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
  const stop = useTranslation("telling").t("stop");
  const formats = useFormats();
  const toasts = useToasts();
  const words = useRepeatWords()(reminder);
  const { cancel, remind } = useActions();
  const cancelName = reminder.repeat ? stop : t("cancel");
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
      note={words && <span>{words}</span>}
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
          {reminder.repeat && <Skip reminder={reminder} />}
          <Tooltip label={cancelName}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={cancelName}
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

/** Leaves out the next time of a reminder that comes again. */
function Skip({ reminder }: { reminder: Reminder }) {
  const { t } = useTranslation("telling");
  const formats = useFormats();
  const toasts = useToasts();
  const { skip, remind } = useActions();
  const { text, about, at } = reminder;
  const leaveOut = () =>
    skip.mutate(reminder, {
      onSuccess: (next) =>
        toasts.done(t("skipped", { when: formats.exact(next.at) }), () =>
          remind.mutateAsync({ text, about, at }),
        ),
      onError: toasts.failed,
    });
  return (
    <Tooltip label={t("skip")}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={t("skip")}
        loading={skip.isPending}
        onClick={leaveOut}
      >
        <IconPlayerSkipForward size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
