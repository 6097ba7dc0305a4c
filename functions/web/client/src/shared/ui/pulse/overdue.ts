import type { Pulse } from "../../api";

/** By how many milliseconds the answer to the client is overdue; null if it is not. */
export function overdueBy(pulse: Pulse | null | undefined, now: number): number | null {
  const by = pulse?.waiting?.answer_by;
  if (!by) return null;
  const late = now - Date.parse(by);
  return late > 0 ? late : null;
}
