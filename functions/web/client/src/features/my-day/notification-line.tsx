import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconAt, IconBell, IconCheck, IconFile, IconMail, IconMessage } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { cardPath } from "@/shared/api";
import { useToasts, When } from "@/shared/ui";
import { Line } from "./line";
import { type Notification, useActions } from "./queries";
import { SnoozeAgain } from "./snooze-menu";

const ICONS: Partial<Record<Notification["kind"], typeof IconBell>> = {
  reminder: IconBell,
  letter: IconMail,
  message: IconMessage,
  mention: IconAt,
};
const ANSWERED: readonly Notification["kind"][] = ["letter", "message"];

interface NotificationLineProps {
  notification: Notification;
  title: string | undefined;
}

/** Something I was told. A reminder stays until it is done or put off; the rest ends when it is opened. */
export function NotificationLine({ notification, title }: NotificationLineProps) {
  const { kind } = notification;
  const { read } = useActions();
  const reminder = kind === "reminder";
  const Icon = ICONS[kind] ?? IconFile;
  return (
    <Line
      icon={<Icon size={16} />}
      text={notification.text}
      card={notification.about[0]}
      title={title}
      when={<When at={notification.at} />}
      late={reminder}
      onOpen={reminder ? undefined : () => read.mutate(notification.id)}
      actions={
        reminder ? (
          <ReminderActions notification={notification} />
        ) : (
          <NewsActions notification={notification} />
        )
      }
    />
  );
}

function ReminderActions({ notification }: { notification: Notification }) {
  const { t } = useTranslation("my-day");
  const { read, end } = useEnding(notification, t("doneToast"));
  return (
    <>
      <SnoozeAgain
        text={notification.text}
        about={notification.about[0] ?? null}
        onSnoozed={() => read.mutate(notification.id)}
      />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconCheck size={14} />}
        loading={read.isPending}
        onClick={end}
      >
        {t("done")}
      </Button>
    </>
  );
}

function NewsActions({ notification }: { notification: Notification }) {
  const { t } = useTranslation("my-day");
  const { read, end } = useEnding(notification, t("readToast"));
  const card = notification.about[0];
  return (
    <>
      {card && (
        <Button
          component={Link}
          to={cardPath(card)}
          variant="default"
          size="xs"
          onClick={() => read.mutate(notification.id)}
        >
          {ANSWERED.includes(notification.kind) ? t("answer") : t("open")}
        </Button>
      )}
      <Tooltip label={t("read")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t("read")}
          loading={read.isPending}
          onClick={end}
        >
          <IconCheck size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

function useEnding(notification: Notification, said: string) {
  const toasts = useToasts();
  const { read } = useActions();
  const end = () =>
    read.mutate(notification.id, {
      onSuccess: () => toasts.done(said),
      onError: toasts.failed,
    });
  return { read, end };
}
