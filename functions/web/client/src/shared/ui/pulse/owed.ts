import type { Pulse } from "../../api";

/** What is left of the time in which a client is to be answered. */
export type Owed =
  | { state: "soon"; by: string }
  /** By so many milliseconds. */
  | { state: "overdue"; late: number };

/** Whether the answer to a client is overdue or due soon; null while there is time, and where nobody said how soon. */
export function owedAt(pulse: Pulse | null | undefined, now: number): Owed | null {
  const waiting = pulse?.waiting;
  if (!waiting?.answer_by) return null;
  const late = now - Date.parse(waiting.answer_by);
  if (late > 0) return { state: "overdue", late };
  const soon = waiting.soon_from !== null && now >= Date.parse(waiting.soon_from);
  return soon ? { state: "soon", by: waiting.answer_by } : null;
}

/** Whether an answer took longer than was promised. */
export function isLate(pulse: Pulse, answer: NonNullable<Pulse["first_answer"]>): boolean {
  return pulse.answer_within !== null && answer.minutes > pulse.answer_within;
}
