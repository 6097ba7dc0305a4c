import { describe, expect, it } from "vitest";
import { withMoved } from "./tally";

const RUB = (amount: string) => ({ amount, currency: "RUB" });
const STAGES = [
  { stage_id: "new", count: 2, more: false, sums: [RUB("100.10")] },
  { stage_id: "offer", count: 1, more: false, sums: [{ amount: "5.00", currency: "EUR" }] },
  { stage_id: "won", count: 0, more: false, sums: [] },
];

describe("the numbers over a board's columns", () => {
  it("move with the deal, to the kopeck", () => {
    const deal = { stage_id: "new", amount: RUB("0.20") };
    expect(withMoved(STAGES, deal, "offer")).toEqual([
      { stage_id: "new", count: 1, more: false, sums: [RUB("99.90")] },
      {
        stage_id: "offer",
        count: 2,
        more: false,
        sums: [{ amount: "5.00", currency: "EUR" }, RUB("0.20")],
      },
      STAGES[2],
    ]);
  });

  it("leave no sum behind where no deal has one", () => {
    const [first] = withMoved(STAGES, { stage_id: "new", amount: RUB("100.10") }, "won");
    expect(first).toEqual({ stage_id: "new", count: 1, more: false, sums: [] });
  });

  it("count a deal without an amount", () => {
    const moved = withMoved(STAGES, { stage_id: "offer", amount: null }, "won");
    expect(moved.map(({ count }) => count)).toEqual([2, 0, 1]);
    expect(moved[2]?.sums).toEqual([]);
  });

  it("are exact where numbers of a computer are not", () => {
    const stages = [
      { stage_id: "new", count: 1, more: false, sums: [RUB("90071992547409931.01")] },
    ];
    const [stage] = withMoved(stages, { stage_id: "other", amount: RUB("0.02") }, "new");
    expect(stage?.sums).toEqual([RUB("90071992547409931.03")]);
  });
});
