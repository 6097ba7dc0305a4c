import type { Schemas } from "@/shared/api";

export type Preferences = Schemas["PreferencesView"];
export type Kind = Preferences["silent"][number];
type Role = Schemas["PersonView"]["roles"][number];

/** What there is to be told of, the most frequent first. */
const KINDS = [
  "reminder",
  "letter",
  "message",
  "mention",
  "file",
  "unlinked_letter",
  "file_refused",
  "undelivered",
  "next_step_missing",
  "answer_overdue",
  "team_answer_overdue",
  "mailbox_silent",
] as const satisfies readonly Kind[];

/** The kinds that only people of a role are told of. */
const OF_ROLE: Partial<Record<Kind, Role>> = {
  team_answer_overdue: "head",
  mailbox_silent: "owner",
};

/** What somebody with those roles can be told of. */
export function kindsOf(roles: readonly Role[]): readonly Kind[] {
  return KINDS.filter((kind: Kind) => {
    const role = OF_ROLE[kind];
    return role === undefined || roles.includes(role);
  });
}

export const NIGHT = { start: "20:00", end: "09:00", working_days: [0, 1, 2, 3, 4] };

/** The list with or without the kind. */
export function put(kinds: readonly Kind[], kind: Kind, there: boolean): Kind[] {
  const rest = kinds.filter((one) => one !== kind);
  return there ? [...rest, kind] : rest;
}

/** The names of the days of a week, Monday first, in a language. */
export function weekdays(language: string): string[] {
  const name = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  // The first of January 2024 is a Monday.
  return [0, 1, 2, 3, 4, 5, 6].map((day) => name.format(new Date(Date.UTC(2024, 0, 1 + day))));
}
