import { describe, expect, it } from "vitest";
import { emptyingOf, partOf } from "./filling";

const PATCH = {
  amount: { amount: "10", currency: "RUB" },
  contact_ids: ["c"],
  own: { one: "x", two: "y" },
};

describe("what is filled in for several deals at once", () => {
  it("goes onto each deal only where it lacks it", () => {
    expect(partOf(PATCH, ["amount", "own.two"])).toEqual({
      amount: PATCH.amount,
      own: { two: "y" },
    });
    expect(partOf(PATCH, [])).toEqual({});
  });

  it("is emptied again by undo, and nothing else is", () => {
    expect(emptyingOf(partOf(PATCH, ["contact_ids", "amount", "own.one"]))).toEqual({
      amount: null,
      contact_ids: [],
      own: { one: null },
    });
  });
});
