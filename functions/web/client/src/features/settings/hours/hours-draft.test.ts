import { describe, expect, it } from "vitest";
import { dayName, type Hours, isSame, minutesOf, withHoliday } from "./hours-draft";

const HOURS: Hours = {
  zone: "Europe/Moscow",
  days: [1, 2, 3],
  starts: "09:00",
  ends: "18:00",
  holidays: ["2026-01-01"],
  answer_within: null,
  step_within: null,
};

describe("working hours", () => {
  it("name the days of the week from Monday", () => {
    expect(dayName("ru", 1)).toBe("пн");
    expect(dayName("en", 7)).toBe("Sun");
  });

  it("have each holiday once, in order", () => {
    expect(withHoliday(["2026-05-01", "2026-05-09"], "2026-01-07")).toEqual([
      "2026-01-07",
      "2026-05-01",
      "2026-05-09",
    ]);
    expect(withHoliday(["2026-05-01"], "2026-05-01")).toEqual(["2026-05-01"]);
  });

  it("are the same in whatever order their days were chosen", () => {
    expect(isSame(HOURS, { ...HOURS, days: [3, 1, 2] })).toBe(true);
    expect(isSame(HOURS, { ...HOURS, ends: "17:00" })).toBe(false);
  });

  it("take an empty field for nothing", () => {
    expect([minutesOf(""), minutesOf(0), minutesOf(90)]).toEqual([null, null, 90]);
  });
});
