import { describe, expect, it } from "vitest";
import { ONCE, readRule, ruleOf } from "./repeats";

const AT = "2026-11-24T09:00";

describe("repeats", () => {
  it("says once by saying nothing", () => {
    expect(ruleOf(ONCE, AT)).toBeNull();
  });
  it("comes each working day until a day", () => {
    const rule = ruleOf({ ...ONCE, repeat: "weekdays", end: "until", until: "2026-12-31" }, AT);
    expect(rule).toBe("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261231");
    expect(readRule(rule ?? "")).toMatchObject({ key: "weekdays", until: "2026-12-31" });
  });
  it("comes on the day of the month, and on the last day of a shorter one", () => {
    expect(ruleOf({ ...ONCE, repeat: "monthly" }, AT)).toBe("FREQ=MONTHLY;BYMONTHDAY=24");
    const last = ruleOf({ ...ONCE, repeat: "monthly" }, "2026-12-31T09:00");
    expect(last).toBe("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1");
    expect(readRule(last ?? "")).toMatchObject({ key: "monthly", day: 31, every: 1 });
  });
  it("comes every so often and so many times", () => {
    const rule = ruleOf({ ...ONCE, repeat: "custom", every: 3, end: "count", count: 5 }, AT);
    expect(rule).toBe("FREQ=WEEKLY;INTERVAL=3;COUNT=5");
    expect(readRule(rule ?? "")).toMatchObject({ key: "weekly", every: 3, count: 5 });
  });
});
