import type { Deal, Schemas } from "@/shared/api";

type Move = Pick<Schemas["StageMoveView"], "from_stage_id" | "seconds">;

/** How many seconds a deal has stood in each stage in all, the present one up to now. */
export function secondsByStage(
  log: readonly Move[],
  deal: Pick<Deal, "stage_id" | "stage_since">,
  now: number,
): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const add = (stage: string, seconds: number) =>
    times.set(stage, (times.get(stage) ?? 0) + seconds);
  for (const move of log)
    if (move.from_stage_id !== null && move.seconds !== null) add(move.from_stage_id, move.seconds);
  add(deal.stage_id, Math.max(0, Math.round((now - Date.parse(deal.stage_since)) / 1000)));
  return times;
}
