import { describe, expect, it } from "vitest";
import { daysSince, staysTooLong } from "./stay";

describe("days in a stage", () => {
  it("are whole days, and never fewer than none", () => {
    const now = Date.parse("2026-11-23T12:00:00Z");
    expect(daysSince("2026-11-20T13:00:00Z", now)).toBe(2);
    expect(daysSince("2026-11-24T12:00:00Z", now)).toBe(0);
  });
});

describe("a stay that is too long", () => {
  const since = "2026-11-20T12:00:00Z";
  const later = (hours: number) => Date.parse(since) + hours * 3_600_000;

  it("begins when the days that the stage allows are over", () => {
    const deal = { open: true, stage_since: since };
    expect(staysTooLong(deal, { most_days: 3 }, later(72))).toBe(false);
    expect(staysTooLong(deal, { most_days: 3 }, later(73))).toBe(true);
  });

  it("is none where the stage allows any, or the deal is closed", () => {
    expect(staysTooLong({ open: true, stage_since: since }, { most_days: null }, later(999))).toBe(
      false,
    );
    expect(staysTooLong({ open: false, stage_since: since }, { most_days: 1 }, later(99))).toBe(
      false,
    );
  });
});
