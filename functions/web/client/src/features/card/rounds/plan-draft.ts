import type { Plan } from "./queries";

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
