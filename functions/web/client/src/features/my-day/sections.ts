import type { Reminder } from "@/shared/api";
import type { Notification } from "./queries";

export interface DaySections {
  /** Reminders that have gone off and wait for an answer. */
  overdue: Notification[];
  today: Reminder[];
  soon: Reminder[];
  letters: Notification[];
  mentions: Notification[];
  files: Notification[];
}

const SOON = 5;

/** What a day consists of. `dayKey` gives the calendar day of an instant in the reader's zone. */
export function sectionsOf(
  notifications: readonly Notification[],
  reminders: readonly Reminder[],
  dayKey: (instant: string | Date) => string,
  now: Date,
): DaySections {
  const of = (...kinds: Notification["kind"][]) =>
    notifications.filter((one) => kinds.includes(one.kind));
  const today = dayKey(now);
  return {
    overdue: of("reminder"),
    today: reminders.filter((one) => dayKey(one.at) <= today),
    soon: reminders.filter((one) => dayKey(one.at) > today).slice(0, SOON),
    letters: of("letter", "message", "undelivered"),
    mentions: of("mention"),
    files: of("file", "file_refused"),
  };
}

/** Which greeting an hour deserves. */
export function partOfDay(hour: number): "morning" | "day" | "evening" {
  if (hour >= 4 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "day" : "evening";
}
