import type { Schemas } from "@/shared/api";

type Replay = Schemas["ReplayView"];

/** Whether letters are still being read. */
export function runs({ state }: Pick<Replay, "state">): boolean {
  return state === "counting" || state === "reading";
}

/** How much is done, in per cent; nothing is known while the letters are counted. */
export function shareOf({ state, done, total }: Pick<Replay, "state" | "done" | "total">): number {
  if (state === "counting" || total === 0) return 0;
  return Math.min(100, Math.round((done / total) * 100));
}
