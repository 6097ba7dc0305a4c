import { describe, expect, it } from "vitest";
import type { Pulse } from "../../api";
import { overdueBy } from "./overdue";

const AT = Date.parse("2026-03-02T10:00:00Z");

function waiting(answer_by: string | null): Pulse {
  return {
    card: { kind: "deal", id: "D" },
    next_step: null,
    stepless_since: null,
    waiting: { communication_id: "C", since: "2026-03-02T08:00:00Z", answer_by },
    first_answer: null,
  };
}

describe("overdueBy", () => {
  it("counts from the instant by which to answer", () => {
    expect(overdueBy(waiting("2026-03-02T09:30:00Z"), AT)).toBe(30 * 60_000);
  });

  it("is nothing before that instant, and where nobody said how soon", () => {
    expect(overdueBy(waiting("2026-03-02T10:00:00Z"), AT)).toBeNull();
    expect(overdueBy(waiting(null), AT)).toBeNull();
    expect(overdueBy({ ...waiting(null), waiting: null }, AT)).toBeNull();
    expect(overdueBy(undefined, AT)).toBeNull();
  });
});
