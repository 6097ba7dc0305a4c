const DAY_MS = 86_400_000;

/** Whole days since an instant. */
export function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / DAY_MS));
}

interface Standing {
  open: boolean;
  stage_since: string;
}

/** Whether a deal that goes on stands in its stage for more days than the stage allows. */
export function staysTooLong(
  deal: Standing,
  stage: { most_days: number | null } | undefined,
  now: number,
): boolean {
  const most = stage?.most_days ?? null;
  return most !== null && deal.open && now - Date.parse(deal.stage_since) > most * DAY_MS;
}
