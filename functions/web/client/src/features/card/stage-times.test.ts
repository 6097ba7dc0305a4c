import { describe, expect, it } from "vitest";
import { secondsByStage } from "./stage-times";

describe("time in stages", () => {
  it("adds up the stays of a deal that came back, the present one up to now", () => {
    const log = [
      { from_stage_id: "b", seconds: 30 },
      { from_stage_id: "a", seconds: 100 },
      { from_stage_id: null, seconds: null },
    ];
    const deal = { stage_id: "a", stage_since: "2026-11-23T12:00:00Z" };
    const times = secondsByStage(log, deal, Date.parse("2026-11-23T12:00:20Z"));
    expect(Object.fromEntries(times)).toEqual({ a: 120, b: 30 });
  });
});
