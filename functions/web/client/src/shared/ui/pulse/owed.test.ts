import { describe, expect, it } from "vitest";
import type { Pulse } from "../../api";
import { isLate, owedAt } from "./owed";

const AT = Date.parse("2026-03-02T10:00:00Z");

function waiting(answer_by: string | null, soon_from: string | null = null): Pulse {
  return {
    card: { kind: "deal", id: "D" },
    next_step: null,
    stepless_since: null,
    waiting: { communication_id: "C", since: "2026-03-02T08:00:00Z", soon_from, answer_by },
    answer_within: 60,
    first_answer: null,
    last_answer: null,
  };
}

describe("owedAt", () => {
  it("counts from the instant by which to answer", () => {
    expect(owedAt(waiting("2026-03-02T09:30:00Z"), AT)).toEqual({
      state: "overdue",
      late: 30 * 60_000,
    });
  });

  it("says what is due soon from the instant that the portal names, up to the last moment", () => {
    const by = "2026-03-02T10:00:00Z";
    expect(owedAt(waiting(by, "2026-03-02T10:00:00Z"), AT)).toEqual({ state: "soon", by });
    expect(owedAt(waiting(by, "2026-03-02T10:00:01Z"), AT)).toBeNull();
  });

  it("is nothing where nobody said how soon", () => {
    expect(owedAt(waiting("2026-03-02T10:00:01Z"), AT)).toBeNull();
    expect(owedAt(waiting(null), AT)).toBeNull();
    expect(owedAt({ ...waiting(null), waiting: null }, AT)).toBeNull();
    expect(owedAt(undefined, AT)).toBeNull();
  });
});

describe("isLate", () => {
  const answer = (minutes: number) => ({ asked_at: "", answered_at: "", minutes });

  it("holds an answer to what was promised, if anything was", () => {
    const pulse = waiting(null);
    expect(isLate(pulse, answer(60))).toBe(false);
    expect(isLate(pulse, answer(61))).toBe(true);
    expect(isLate({ ...pulse, answer_within: null }, answer(999))).toBe(false);
  });
});
