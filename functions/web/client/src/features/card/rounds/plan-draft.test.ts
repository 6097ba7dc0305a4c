import { describe, expect, it } from "vitest";
import { monthsLater, planOf, undoingOf } from "./plan-draft";
import type { Schedule } from "./queries";

const DRAFT = {
  title: " ТО пресса ",
  months: 3,
  nextOn: "2027-03-01",
  until: "",
  ahead: 14,
  pipelineId: "p",
};

describe("a schedule of rounds", () => {
  it("goes without a last day", () => {
    expect(planOf(DRAFT)).toMatchObject({ title: "ТО пресса", until: null, next_on: "2027-03-01" });
  });

  it("is not whole without a name or a day, and does not end before it begins", () => {
    for (const part of [{ title: " " }, { nextOn: "" }, { months: 0 }, { until: "2027-02-28" }])
      expect(planOf({ ...DRAFT, ...part })).toBeNull();
  });

  it("begins on the last day of a month that is too short", () => {
    expect(monthsLater(new Date(2027, 10, 30), 3)).toBe("2028-02-29");
    expect(monthsLater(new Date(2026, 10, 24), 3)).toBe("2027-02-24");
  });

  it("is taken back to what it was: going on, paused, or not there", () => {
    const before = { ...planOf(DRAFT), state: "active", number: 2, total: null } as Schedule;
    expect(undoingOf(before)).toEqual([planOf(DRAFT)]);
    expect(undoingOf({ ...before, state: "paused" })).toEqual([planOf(DRAFT), "pause"]);
    expect(undoingOf({ ...before, state: "ended", next_on: null })).toEqual(["end"]);
    expect(undoingOf(null)).toEqual(["end"]);
  });
});
