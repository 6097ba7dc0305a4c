import { describe, expect, it } from "vitest";
import { staysOf, totalsOf } from "./stage-times";
import type { Move } from "./use-stage-log";

const DEAL = { stage_id: "a", stage_since: "2026-11-23T12:00:00Z" };
const NOW = Date.parse("2026-11-23T12:00:20Z");
const TIMES = {
  items: [
    { stage_id: "a", seconds: 100, minutes: 1, stays: 1 },
    { stage_id: "b", seconds: 30, minutes: 0, stays: 1 },
  ],
  next: null,
  present_seconds: 20,
  present_minutes: 3,
};

function move(id: string, part: Partial<Move>): Move {
  return {
    id,
    pipeline_id: "p",
    from_stage_id: null,
    to_stage_id: "a",
    at: "2026-11-23T10:00:00Z",
    actor: { kind: "employee", id: "e", name: "Пётр" },
    reason: null,
    seconds: null,
    note: null,
    from_pipeline_id: null,
    to_name: null,
    pipeline_name: null,
    minutes: null,
    cause: null,
    ...part,
  };
}

describe("time in stages", () => {
  it("adds the present stay of a deal that came back to those before", () => {
    const totals = totalsOf(TIMES, DEAL, NOW);
    expect(totals.get("a")).toEqual({ stageId: "a", seconds: 120, minutes: 4, stays: 2 });
    expect(totals.get("b")?.seconds).toBe(30);
  });

  it("of the present stay is known before the portal has answered", () => {
    expect(totalsOf(undefined, DEAL, NOW).get("a")?.seconds).toBe(20);
  });
});

describe("stays", () => {
  it("end where the next one begins; the present one goes on", () => {
    const log = [
      move("2", { to_stage_id: "a", at: DEAL.stage_since, seconds: 30, minutes: 1 }),
      move("1", { to_stage_id: "b" }),
    ];
    const [present, former] = staysOf(log, TIMES, DEAL, NOW);
    expect(present).toMatchObject({ left: null, seconds: 20, minutes: 3 });
    expect(former).toMatchObject({ left: DEAL.stage_since, seconds: 30, minutes: 1 });
  });
});
