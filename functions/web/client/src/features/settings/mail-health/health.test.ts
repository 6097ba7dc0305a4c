import { describe, expect, it } from "vitest";
import type { Schemas } from "@/shared/api";
import { lengthOf, reasonOf, stateOf } from "./health";

const traffic = { usual_hours: 2, alarm_after_hours: 8, silent_hours: 1, silent: false };
const health = { last_at: "2026-11-24T09:00:00Z", traffic } as Schemas["HealthView"];

describe("the state of a mailbox", () => {
  it("is silence before all else, and unknown while letters are few", () => {
    expect(stateOf(health)).toBe("fine");
    expect(stateOf({ ...health, traffic: { ...traffic, silent: true } })).toBe("silent");
    expect(stateOf({ ...health, traffic: { ...traffic, usual_hours: null } })).toBe("few");
    expect(stateOf({ ...health, last_at: null })).toBe("none");
  });

  it("says short times in minutes, and never none at all", () => {
    expect(lengthOf(2.4)).toEqual({ unit: "hours", count: 2 });
    expect(lengthOf(0.5)).toEqual({ unit: "minutes", count: 30 });
    expect(lengthOf(0)).toEqual({ unit: "minutes", count: 1 });
  });

  it("tells an empty letter from one too large", () => {
    expect(reasonOf("The letter is empty.")).toBe("reason_empty");
    expect(reasonOf("This letter is too large to be read here.")).toBe("reason_large");
    expect(reasonOf("This letter cannot be read (KeyError).")).toBe("reason_other");
  });
});
