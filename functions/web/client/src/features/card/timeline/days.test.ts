import { describe, expect, it } from "vitest";
import { byDay, contains } from "./days";
import type { Entry } from "./queries";

function entry(id: string, at: string, text = ""): Entry {
  return {
    id,
    thread_id: null,
    at,
    kind: "comment",
    direction: null,
    summary: text,
    text,
    note: null,
    mark: null,
    actor: { kind: "employee", id: "P", name: "Пётр" },
    source: { feature: "crm", id },
  };
}

describe("the timeline's days", () => {
  it("parts entries by day and keeps their order", () => {
    const days = byDay(
      [
        entry("3", "2026-11-23T10:00Z"),
        entry("2", "2026-11-23T09:00Z"),
        entry("1", "2026-11-22T09:00Z"),
      ],
      (at) => at.slice(0, 10),
    );
    expect(days.map((day) => day.entries.map(({ id }) => id))).toEqual([["3", "2"], ["1"]]);
  });
});

describe("search on a card", () => {
  it("finds every word in any order, whatever its case and with е for ё", () => {
    const found = entry("1", "2026-11-23T10:00Z", "Привезём машину двенадцатого");
    expect(contains(found, "МАШИНУ привезем")).toBe(true);
    expect(contains(found, "петр")).toBe(true);
    expect(contains(found, "машину тринадцатого")).toBe(false);
  });
});
