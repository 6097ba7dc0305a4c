export const REPEATS = [
  "none",
  "daily",
  "weekdays",
  "weekly",
  "monthly",
  "yearly",
  "custom",
] as const;
export const UNITS = ["DAILY", "WEEKLY", "MONTHLY"] as const;
export const ENDS = ["never", "until", "count"] as const;

/** How a reminder comes again, as it is chosen. */
export interface RepeatDraft {
  repeat: (typeof REPEATS)[number];
  every: number;
  unit: (typeof UNITS)[number];
  end: (typeof ENDS)[number];
  /** The last day, `2026-12-31`. */
  until: string;
  count: number;
}

export const ONCE: RepeatDraft = {
  repeat: "none",
  every: 2,
  unit: "WEEKLY",
  end: "never",
  until: "",
  count: 10,
};

const WORKING = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";

/** The rule (RFC 5545) of what is chosen, or none. A month's day and a week's day are those of the first time. */
export function ruleOf(draft: RepeatDraft, local: string): string | null {
  const rule = ruleWithoutEnd(draft, Number(local.slice(8, 10)));
  if (rule === null) return null;
  if (draft.end === "count") return `${rule};COUNT=${draft.count}`;
  if (draft.end === "until" && draft.until)
    return `${rule};UNTIL=${draft.until.replaceAll("-", "")}`;
  return rule;
}

function ruleWithoutEnd({ repeat, every, unit }: RepeatDraft, day: number): string | null {
  switch (repeat) {
    case "none":
      return null;
    case "daily":
      return "FREQ=DAILY";
    case "weekdays":
      return WORKING;
    case "weekly":
      return "FREQ=WEEKLY";
    case "monthly":
      return monthly(1, day);
    case "yearly":
      return "FREQ=YEARLY";
    case "custom":
      return unit === "MONTHLY" ? monthly(every, day) : `FREQ=${unit};INTERVAL=${every}`;
  }
}

/** The last days of a month are wanted in each month, also in a shorter one. */
function monthly(every: number, day: number): string {
  const interval = every > 1 ? `;INTERVAL=${every}` : "";
  const days = day > 28 ? `BYMONTHDAY=${range(28, day)};BYSETPOS=-1` : `BYMONTHDAY=${day}`;
  return `FREQ=MONTHLY${interval};${days}`;
}

function range(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).join(",");
}

export interface RepeatWords {
  key: "daily" | "weekdays" | "weekly" | "monthly" | "yearly" | "other";
  every: number;
  /** The last day of the month that is meant. */
  day: number;
  until: string | null;
  count: number | null;
}

const KEYS: Readonly<Record<string, RepeatWords["key"]>> = {
  DAILY: "daily",
  WEEKLY: "weekly",
  MONTHLY: "monthly",
  YEARLY: "yearly",
};

/** What a rule says, for words. */
export function readRule(rule: string): RepeatWords {
  const parts = new Map(rule.split(";").map((part) => part.split("=") as [string, string]));
  const until = parts.get("UNTIL");
  const days = (parts.get("BYMONTHDAY") ?? "0").split(",").map(Number);
  return {
    key: rule.startsWith(WORKING) ? "weekdays" : (KEYS[parts.get("FREQ") ?? ""] ?? "other"),
    every: Number(parts.get("INTERVAL") ?? 1),
    day: days.at(-1) ?? 0,
    until: until ? `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` : null,
    count: parts.has("COUNT") ? Number(parts.get("COUNT")) : null,
  };
}
