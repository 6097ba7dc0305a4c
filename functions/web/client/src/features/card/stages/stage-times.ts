import type { Deal } from "@/shared/api";
import type { Move, StageTimes } from "./use-stage-log";

/** The time of a stage in all. */
export interface Total {
  stageId: string;
  seconds: number;
  minutes: number;
  stays: number;
}

/** The time of a deal in each stage where it has been, the present stay up to now. */
export function totalsOf(
  times: StageTimes | undefined,
  deal: Pick<Deal, "stage_id" | "stage_since">,
  now: number,
): ReadonlyMap<string, Total> {
  const totals = new Map<string, Total>();
  for (const { stage_id, seconds, minutes, stays } of times?.items ?? [])
    totals.set(stage_id, { stageId: stage_id, seconds, minutes, stays });
  const before = totals.get(deal.stage_id) ?? { seconds: 0, minutes: 0, stays: 0 };
  totals.set(deal.stage_id, {
    stageId: deal.stage_id,
    seconds: before.seconds + sinceOf(deal, now),
    minutes: before.minutes + (times?.present_minutes ?? 0),
    stays: before.stays + 1,
  });
  return totals;
}

/** One stay of a deal in a stage: how it came there, and until when it stood there. */
export interface Stay {
  move: Move;
  left: string | null;
  seconds: number;
  /** Null in the log of an older portal. */
  minutes: number | null;
}

/** The stays that a log tells of, the present one first. */
export function staysOf(
  log: readonly Move[],
  times: StageTimes | undefined,
  deal: Pick<Deal, "stage_since">,
  now: number,
): Stay[] {
  return log.map((move, index) => {
    const next = log[index - 1];
    if (!next)
      return {
        move,
        left: null,
        seconds: sinceOf(deal, now),
        minutes: times?.present_minutes ?? null,
      };
    return { move, left: next.at, seconds: next.seconds ?? 0, minutes: next.minutes };
  });
}

function sinceOf(deal: Pick<Deal, "stage_since">, now: number): number {
  return Math.max(0, Math.round((now - Date.parse(deal.stage_since)) / 1000));
}
