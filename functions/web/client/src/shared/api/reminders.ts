import { $api, type Schemas } from "./client";

export type Reminder = Schemas["ReminderView"];

/** My pending reminders, the next one first, as far as the first hundred. */
export function useReminders() {
  return $api.useQuery("get", "/api/notifications/reminders", {
    params: { query: { limit: 100 } },
  });
}
