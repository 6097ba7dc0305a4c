import type { Schemas } from "@/shared/api";

export type Hours = Schemas["HoursView"];

/** Monday to Sunday, as the portal counts them. */
export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** The name of a day of the week in a language. */
export function dayName(language: string, day: number): string {
  // The fifth of January 2026 is a Monday.
  const date = new Date(Date.UTC(2026, 0, 4 + day));
  return new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" }).format(date);
}

/** The holidays with one more, each once and in their order. */
export function withHoliday(days: readonly string[], day: string): string[] {
  return [...new Set([...days, day])].sort();
}

/** The minutes that a field holds; nothing where it is empty. */
export function minutesOf(value: number | string): number | null {
  return typeof value === "number" && value > 0 ? Math.round(value) : null;
}

export function isSame(one: Hours, other: Hours): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted({ zone, days, starts, ends, holidays, answer_within, step_within }: Hours) {
  return [zone, [...days].sort(), starts, ends, [...holidays].sort(), answer_within, step_within];
}
