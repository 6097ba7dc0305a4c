const LINES = 12;
const LETTERS = 900;

/** The beginning of a text that is too long to stand whole; null for one that is not. */
export function folded(text: string): string | null {
  const lines = text.split("\n", LINES + 1);
  const head = lines.slice(0, LINES).join("\n");
  if (lines.length <= LINES && text.length <= LETTERS) return null;
  return head.length <= LETTERS ? head.trimEnd() : head.slice(0, LETTERS).replace(/\s\S*$/, "");
}
