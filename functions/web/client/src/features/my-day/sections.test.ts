import { describe, expect, it } from "vitest";
import { partOfDay, sectionsOf } from "./sections";

const dayKey = (instant: string | Date) => new Date(instant).toISOString().slice(0, 10);
const reminder = (id: string, at: string) => ({
  id,
  at,
  text: id,
  about: null,
  created_at: at,
  repeat: null,
});

describe("my day", () => {
  it("holds today's reminders apart from later ones, and those that went off from both", () => {
    const day = sectionsOf(
      [
        {
          id: "n",
          kind: "reminder",
          text: "Позвонить",
          about: [],
          at: "2026-11-23T08:00:00Z",
          read: false,
          source: { event_id: "e" },
        },
      ],
      [reminder("today", "2026-11-23T15:00:00Z"), reminder("later", "2026-11-24T07:00:00Z")],
      dayKey,
      new Date("2026-11-23T12:00:00Z"),
    );
    expect(day.overdue.map(({ id }) => id)).toEqual(["n"]);
    expect(day.today.map(({ id }) => id)).toEqual(["today"]);
    expect(day.soon.map(({ id }) => id)).toEqual(["later"]);
  });

  it("greets a person at work by night as in the evening", () => {
    expect([3, 9, 14, 20].map(partOfDay)).toEqual(["evening", "morning", "day", "evening"]);
  });
});
