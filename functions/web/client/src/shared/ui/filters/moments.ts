import type { FilterCondition } from "./in-address";

/** What the portal is asked for: parameters of a list, several values parted by commas. */
export type FilterQuery = Partial<Record<string, string>>;

/** What is asked of a day without naming one: it means another day tomorrow, in a kept view too. */
export const LATELY = ["~today", "~yesterday", "~week", "~month", "~7", "~30", "~90"] as const;

/** What is asked of the next step, and of the answer that a client waits for. */
export const STEPS = ["none", "overdue", "today", "week", "any"] as const;
export const ANSWERS = ["waiting", "overdue"] as const;

const MINUTES = 5 * 60_000;

/** The first and the last instant that a condition on days means, in the reader's own time. */
export function instantsOf(
  { values, low, high }: FilterCondition,
  now = new Date(),
): [from?: string, to?: string] {
  const word = values?.[0];
  if (word) return lately(word, now);
  return [
    low ? new Date(`${low}T00:00:00`).toISOString() : undefined,
    high ? new Date(`${high}T23:59:59.999`).toISOString() : undefined,
  ];
}

export function stepQuery(asked: string | undefined, now = new Date()): FilterQuery {
  const today = dayOf(now);
  // To five minutes, so that the question stays the same for a while and is not asked anew all the time.
  const moment = new Date(Math.floor(now.getTime() / MINUTES) * MINUTES).toISOString();
  const week = new Date(today);
  week.setDate(week.getDate() + 7 - ((week.getDay() + 6) % 7));
  switch (asked) {
    case "none":
      return { stepless: "true" };
    case "overdue":
      return { step_to: moment };
    case "today":
      return { step_from: today.toISOString(), step_to: beforeDay(today, 1).toISOString() };
    case "week":
      return {
        step_from: today.toISOString(),
        step_to: new Date(week.getTime() - 1).toISOString(),
      };
    case "any":
      return { step_from: new Date(0).toISOString() };
    default:
      return {};
  }
}

export function answerQuery(asked: string | undefined, now = new Date()): FilterQuery {
  if (asked === "waiting") return { waiting: "true" };
  if (asked !== "overdue") return {};
  return { answer_to: new Date(Math.floor(now.getTime() / MINUTES) * MINUTES).toISOString() };
}

function lately(word: string, now: Date): [from?: string, to?: string] {
  const from = dayOf(now);
  const days = Number(word.slice(1));
  if (word === "~yesterday") {
    from.setDate(from.getDate() - 1);
    return [from.toISOString(), beforeDay(from, 1).toISOString()];
  }
  if (word === "~week") from.setDate(from.getDate() - ((from.getDay() + 6) % 7));
  else if (word === "~month") from.setDate(1);
  else if (days > 0) from.setDate(from.getDate() - days);
  else if (word !== "~today") return [];
  return [from.toISOString(), undefined];
}

function dayOf(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

/** The last instant before a day that comes so many days later. */
function beforeDay(day: Date, days: number): Date {
  const end = new Date(day);
  end.setDate(end.getDate() + days);
  return new Date(end.getTime() - 1);
}
