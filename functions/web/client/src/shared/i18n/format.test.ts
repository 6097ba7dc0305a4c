import { describe, expect, it } from "vitest";
import { formatsOf, zoneChoices, zoneLabel } from "./format";

const ru = formatsOf("ru", "Europe/Moscow");
const en = formatsOf("en", "Europe/Moscow");

describe("money", () => {
  it("parts thousands with a thin space and leaves out kopecks that are none", () => {
    expect(ru.money({ amount: "4850000.00", currency: "RUB" })).toBe("4\u202f850\u202f000\u00a0₽");
  });

  it("shows kopecks where there are some", () => {
    expect(ru.money({ amount: "312400.50", currency: "RUB" })).toBe("312\u202f400,50\u00a0₽");
  });

  it("keeps every digit of an amount that a float would round", () => {
    expect(en.money({ amount: "9007199254740993.01", currency: "USD" })).toBe(
      "$9,007,199,254,740,993.01",
    );
  });
});

describe("time", () => {
  it("puts an instant into the calendar day of the reader's zone", () => {
    expect(ru.dayKey("2026-11-23T21:30:00Z")).toBe("2026-11-24");
    expect(formatsOf("ru", "UTC").dayKey("2026-11-23T21:30:00Z")).toBe("2026-11-23");
  });

  it("leaves a day of the calendar where it is, in whatever zone", () => {
    const far = formatsOf("en", "Asia/Kamchatka");
    const year = new Date().getFullYear();
    expect(far.shortDate(`${year}-12-05`)).toBe("Dec 5");
    expect(far.shortDate(`${year + 1}-12-05`)).toBe(`Dec 5, ${year + 1}`);
  });

  it("names the two largest units of a length of time", () => {
    expect(en.duration(3 * 86_400 + 4 * 3_600 + 59)).toBe("3d\u202f4h");
    expect(en.duration(20)).toBe("0m");
  });
});

describe("bytes", () => {
  it("chooses the unit that people read", () => {
    expect(en.bytes(1_530_000)).toBe("1.5 MB");
    expect(en.bytes(0)).toBe("0 byte");
  });
});

describe("a time zone", () => {
  it("is called by its place and its offset", () => {
    expect(zoneLabel("ru", "Europe/Moscow")).toBe("Москва (UTC+3)");
    expect(zoneLabel("en", "Europe/Moscow")).toBe("Moscow (UTC+3)");
    expect(zoneLabel("en", "Asia/Kolkata")).toContain("(UTC+5:30)");
    expect(zoneLabel("en", "America/New_York")).toMatch(/^New York \(UTC.[45]\)$/);
    expect(zoneLabel("ru", "UTC")).toBe("UTC (UTC)");
  });

  it("can be chosen though the browser lists it no more", () => {
    const choices = zoneChoices("en", "Etc/GMT-3");
    expect(choices.some(({ value }) => value === "Etc/GMT-3")).toBe(true);
  });
});
