import { describe, expect, it } from "vitest";
import { daysSince } from "./days";

describe("days in a stage", () => {
  it("are whole, and never less than none", () => {
    const noon = Date.parse("2026-03-02T12:00:00Z");
    expect(daysSince("2026-02-27T13:00:00Z", noon)).toBe(2);
    expect(daysSince("2026-03-02T13:00:00Z", noon)).toBe(0);
  });
});
