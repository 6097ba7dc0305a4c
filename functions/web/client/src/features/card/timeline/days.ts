import type { Entry } from "./queries";

export interface Day {
  key: string;
  entries: Entry[];
}

/** Entries, newest first, parted by the calendar days of the reader's zone. */
export function byDay(entries: readonly Entry[], dayKey: (instant: string) => string): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const key = dayKey(entry.at);
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, entries: [entry] });
  }
  return days;
}

/** Whether everything that was typed stands somewhere in an entry. */
export function contains(entry: Entry, query: string): boolean {
  const text = [entry.summary, entry.text, entry.note, entry.actor.name].join(" ");
  const folded = fold(text);
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function fold(text: string): string {
  return text.toLocaleLowerCase().replaceAll("ё", "е").trim();
}
