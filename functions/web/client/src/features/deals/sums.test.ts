import { describe, expect, it } from "vitest";
import { daysSince, sumsOf } from "./sums";

const deal = (amount: string | null, currency = "RUB") => ({
  amount: amount === null ? null : { amount, currency },
});

describe("sums of a stage", () => {
  it("adds kopecks exactly", () => {
    expect(sumsOf([deal("0.10"), deal("0.20"), deal(null)])).toEqual([
      { amount: "0.30", currency: "RUB" },
    ]);
  });

  it("never adds one currency to another", () => {
    expect(sumsOf([deal("1.00"), deal("2.00", "EUR")])).toHaveLength(2);
  });
});

describe("days in a stage", () => {
  it("counts whole days, and none for an instant that a clock ahead calls the future", () => {
    const now = Date.parse("2026-11-23T12:00:00Z");
    expect(daysSince("2026-11-20T13:00:00Z", now)).toBe(2);
    expect(daysSince("2026-11-23T12:00:05Z", now)).toBe(0);
  });
});
