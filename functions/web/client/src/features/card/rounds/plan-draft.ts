import type { Act, Plan, Schedule } from "./queries";

/** A schedule of rounds as it is being written; the days are YYYY-MM-DD, no last day is empty. */
export interface PlanDraft {
  title: string;
  months: number;
  nextOn: string;
  until: string;
  ahead: number;
  pipelineId: string;
}

/** As the portal takes it; null until it is whole. */
export function planOf(draft: PlanDraft): Plan | null {
  const { months, nextOn, until, ahead } = draft;
  const title = draft.title.trim();
  if (!title || months < 1 || !nextOn || (until && until < nextOn)) return null;
  return {
    title,
    months,
    next_on: nextOn,
    until: until || null,
    ahead,
    pipeline_id: draft.pipelineId,
  };
}

/** The same day so many months later, or the last one of a month that has no such day. */
export function monthsLater(from: Date, months: number): string {
  const first = new Date(Date.UTC(from.getFullYear(), from.getMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  first.setUTCDate(Math.min(from.getDate(), last.getUTCDate()));
  return first.toISOString().slice(0, 10);
}

/** What takes a schedule back to what it was, one after the other; one that was not going on ends, or pauses. */
export function undoingOf(before: Schedule | null): (Plan | Act)[] {
  if (!before?.next_on) return ["end"];
  const { title, months, next_on, until, ahead, pipeline_id, state } = before;
  const plan = { title, months, next_on, until, ahead, pipeline_id };
  return state === "paused" ? [plan, "pause"] : [plan];
}
