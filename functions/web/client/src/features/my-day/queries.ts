import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  $api,
  api,
  bodyOf,
  type CardRef,
  followChange,
  type Reminder,
  type Schemas,
} from "@/shared/api";

export type Notification = Schemas["NotificationView"];
export type Letter = Schemas["CommunicationItem"];

interface Again {
  text: string;
  at: string;
  about: CardRef | null;
  repeat?: Reminder["repeat"];
}

const EVERY_MS = 60_000;

export function useUnreadNotifications() {
  return $api.useQuery(
    "get",
    "/api/notifications",
    { params: { query: { unread: true, limit: 100 } } },
    { refetchInterval: EVERY_MS },
  );
}

export function useUnlinkedLetters() {
  return $api.useQuery(
    "get",
    "/api/communications",
    { params: { query: { state: "unlinked", limit: 6 } } },
    { refetchInterval: EVERY_MS },
  );
}

/** What changes a day's lists, and has them asked anew. */
export function useActions() {
  const client = useQueryClient();
  const refresh = (path: string) => () => client.invalidateQueries({ queryKey: ["get", path] });
  const notificationsChanged = refresh("/api/notifications");
  const remindersChanged = () => {
    followChange(client, ["pulse"]);
    return refresh("/api/notifications/reminders")();
  };
  const read = useMutation({
    mutationFn: (id: string) =>
      api.POST("/api/notifications/{notification_id}/read", {
        params: { path: { notification_id: id } },
      }),
    onSettled: notificationsChanged,
  });
  const remind = useMutation({
    mutationFn: ({ text, at, about, repeat }: Again) =>
      bodyOf(api.POST("/api/notifications/reminders", { body: { text, at, about, repeat } })),
    onSettled: remindersChanged,
  });
  const putOff = useMutation({
    mutationFn: ({ id, ...body }: { id: string; at: string; occurrence?: string }) =>
      bodyOf(
        api.PATCH("/api/notifications/reminders/{reminder_id}", {
          params: { path: { reminder_id: id } },
          body,
        }),
      ),
    onSettled: remindersChanged,
  });
  const skip = useMutation({
    mutationFn: ({ id, at }: Reminder) =>
      bodyOf(
        api.POST("/api/notifications/reminders/{reminder_id}/skip", {
          params: { path: { reminder_id: id } },
          body: { occurrence: at },
        }),
      ),
    onSettled: remindersChanged,
  });
  const cancel = useMutation({
    mutationFn: (reminder: Reminder) =>
      api.DELETE("/api/notifications/reminders/{reminder_id}", {
        params: { path: { reminder_id: reminder.id } },
      }),
    onSettled: remindersChanged,
  });
  const link = useMutation({
    mutationFn: ({ id, card }: { id: string; card: CardRef }) =>
      api.POST("/api/communications/{communication_id}/links", {
        params: { path: { communication_id: id } },
        body: { card },
      }),
    onSettled: refresh("/api/communications"),
  });
  const takeOff = useMutation({
    mutationFn: (id: string) =>
      api.DELETE("/api/communications/{communication_id}/links", {
        params: { path: { communication_id: id } },
      }),
    onSettled: refresh("/api/communications"),
  });
  return { read, remind, putOff, skip, cancel, link, takeOff };
}
