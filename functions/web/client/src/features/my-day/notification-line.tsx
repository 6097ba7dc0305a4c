import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToasts, When } from "@/shared/ui";
import { Line } from "./line";
import { type Notification, useActions } from "./queries";
import { SnoozeMenu } from "./snooze-menu";

interface NotificationLineProps {
  notification: Notification;
  icon: ReactNode;
  title: string | undefined;
  /** The verb that ends it. */
  done: string;
  late?: boolean;
}

export function NotificationLine({ notification, icon, title, done, late }: NotificationLineProps) {
  const { t } = useTranslation("my-day");
  const toasts = useToasts();
  const { read } = useActions();
  const card = notification.about[0] ?? null;
  const end = () =>
    read.mutate(notification.id, {
      onSuccess: () => toasts.done(late ? t("doneToast") : t("readToast")),
      onError: toasts.failed,
    });
  return (
    <Line
      icon={icon}
      text={notification.text}
      card={card}
      title={title}
      when={<When at={notification.at} />}
      late={late}
      actions={
        <>
          {notification.kind === "reminder" && (
            <SnoozeMenu
              text={notification.text}
              about={card}
              onSnoozed={() => read.mutate(notification.id)}
            />
          )}
          <Button variant="default" size="xs" loading={read.isPending} onClick={end}>
            {done}
          </Button>
        </>
      }
    />
  );
}
