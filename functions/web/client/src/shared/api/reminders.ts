import { useMemo } from "react";
import { cardText } from "./cards";
import { $api, type Schemas } from "./client";

export type Reminder = Schemas["ReminderView"];

/** My pending reminders, the next one first, as far as the first hundred. */
export function useReminders() {
  return $api.useQuery("get", "/api/notifications/reminders", {
    params: { query: { limit: 100 } },
  });
}

/** My next step on each card, by the card's text form. */
export function useNextSteps(): ReadonlyMap<string, Reminder> {
  const { data } = useReminders();
  return useMemo(() => {
    const steps = new Map<string, Reminder>();
    for (const reminder of data?.items ?? []) {
      const key = reminder.about && cardText(reminder.about);
      if (key && !steps.has(key)) steps.set(key, reminder);
    }
    return steps;
  }, [data]);
}
