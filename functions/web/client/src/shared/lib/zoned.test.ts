import { describe, expect, it } from "vitest";
import { soonInstants } from "./soon";
import { instantOf, localOf } from "./zoned";

describe("local times of a zone", () => {
  it("takes nine in the morning as nine where the person is", () => {
    expect(instantOf("2026-11-24T09:00", "Europe/Moscow")).toBe("2026-11-24T06:00:00.000Z");
    expect(localOf("2026-11-24T06:00:00Z", "Asia/Vladivostok")).toBe("2026-11-24T16:00");
  });

  it("is right on the day on which the clocks change", () => {
    expect(instantOf("2026-03-29T09:00", "Europe/Berlin")).toBe("2026-03-29T07:00:00.000Z");
    expect(instantOf("2026-10-25T01:30", "Europe/Berlin")).toBe("2026-10-24T23:30:00.000Z");
  });

  it("means the day after the person's own today by tomorrow, and never today by Monday", () => {
    const lateSunday = new Date("2026-11-22T22:30:00Z");
    expect(soonInstants(lateSunday, "Europe/Moscow")).toEqual({
      hour: "2026-11-23T02:30",
      tomorrow: "2026-11-24T09:00",
      monday: "2026-11-30T09:00",
    });
  });
});
