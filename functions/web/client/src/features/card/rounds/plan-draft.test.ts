import { describe, expect, it } from "vitest";
import { monthsLater, planOf } from "./plan-draft";

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
});
