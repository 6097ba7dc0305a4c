import { describe, expect, it } from "vitest";
import { runs, shareOf } from "./replays";

describe("reading a mailbox again", () => {
  it("runs until it is done or stopped", () => {
    const states = ["counting", "reading", "done", "cancelled"];
    expect(states.map((state) => runs({ state }))).toEqual([true, true, false, false]);
  });

  it("is nothing of nothing, and never more than all", () => {
    expect(shareOf({ state: "counting", done: 0, total: 500 })).toBe(0);
    expect(shareOf({ state: "reading", done: 0, total: 0 })).toBe(0);
    expect(shareOf({ state: "reading", done: 1, total: 3 })).toBe(33);
    expect(shareOf({ state: "reading", done: 4, total: 3 })).toBe(100);
  });
});
