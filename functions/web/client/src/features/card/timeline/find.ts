import type { Entry } from "./queries";

/** Whether everything that was typed stands somewhere in an entry; `more` is what else is known of it. */
export function contains(entry: Entry, query: string, more = ""): boolean {
  const text = folded([entry.summary, entry.text, entry.note, entry.actor.name, more].join(" "));
  return wordsOf(query).every((word) => text.includes(word));
}

/** What is typed, as compared: case and ё make no difference. */
export function wordsOf(query: string): string[] {
  return folded(query).split(/\s+/).filter(Boolean);
}

function folded(text: string): string {
  return text.toLocaleLowerCase().replaceAll("ё", "е").trim();
}

/** A text parted at what is looked for: every second part is a find. */
export function partedAt(text: string, query: string): string[] {
  const words = wordsOf(query);
  if (words.length === 0) return [text];
  const pattern = words
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("е", "[её]"))
    .join("|");
  return text.split(new RegExp(`(${pattern})`, "gi"));
}
