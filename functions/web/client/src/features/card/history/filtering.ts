import type { Change, Step } from "./queries";

export interface Shown {
  change: Change;
  steps: readonly Step[];
}

/** The changes with their steps, or those of one field alone. */
export function shownOf(changes: readonly Change[], field: string | null): Shown[] {
  return changes
    .map((change) => ({
      change,
      steps: field ? change.steps.filter((step) => step.field === field) : change.steps,
    }))
    .filter(({ steps }) => steps.length > 0);
}

/** Each field that changed, once, in the order in which it changed last. */
export function fieldsOf(changes: readonly Change[]): Step[] {
  const found = new Map<string, Step>();
  for (const step of changes.flatMap(({ steps }) => steps))
    if (!found.has(step.field)) found.set(step.field, step);
  return [...found.values()];
}
