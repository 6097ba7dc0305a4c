import { describe, expect, it } from "vitest";
import { answerQuery, instantsOf, stepQuery } from "./moments";

// A Wednesday.
const NOW = new Date(2026, 2, 4, 15, 33);
const local = (...parts: [number, number, number, number?, number?, number?, number?]) =>
  new Date(...parts).toISOString();

describe("instantsOf", () => {
  it("means another day each day", () => {
    const of = (word: string) => instantsOf({ by: "created", values: [word] }, NOW);
    expect(of("~today")).toEqual([local(2026, 2, 4), undefined]);
    expect(of("~yesterday")).toEqual([local(2026, 2, 3), local(2026, 2, 3, 23, 59, 59, 999)]);
    expect(of("~week")).toEqual([local(2026, 2, 2), undefined]);
    expect(of("~month")).toEqual([local(2026, 2, 1), undefined]);
    expect(of("~30")).toEqual([local(2026, 1, 2), undefined]);
    expect(of("~?")).toEqual([]);
  });
});

describe("stepQuery", () => {
  it("asks for what is overdue as of now, to five minutes", () => {
    expect(stepQuery("overdue", NOW)).toEqual({ step_to: local(2026, 2, 4, 15, 30) });
    expect(answerQuery("overdue", NOW)).toEqual({ answer_to: local(2026, 2, 4, 15, 30) });
  });

  it("ends a week on Sunday", () => {
    expect(stepQuery("week", NOW).step_to).toBe(local(2026, 2, 8, 23, 59, 59, 999));
    expect(stepQuery("today", NOW).step_to).toBe(local(2026, 2, 4, 23, 59, 59, 999));
  });
});
