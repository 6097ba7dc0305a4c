import { describe, expect, it } from "vitest";
import { fieldsOf, shownOf } from "./filtering";
import type { Change } from "./queries";

function change(id: string, ...fields: string[]): Change {
  return {
    id,
    at: "2026-03-02T09:00:00.000Z",
    actor: { kind: "employee", id: "i", name: "Иван" },
    created: false,
    cause: null,
    steps: fields.map((field) => ({ field, label: null, before: [], after: [], hindrance: null })),
  };
}

const CHANGES = [change("3", "amount", "title"), change("2", "title"), change("1", "own.x")];

describe("the history of one field", () => {
  it("leaves the changes that concerned it, with nothing else of them", () => {
    const shown = shownOf(CHANGES, "title");
    expect(shown.map(({ change: { id } }) => id)).toEqual(["3", "2"]);
    expect(shown[0]?.steps.map(({ field }) => field)).toEqual(["title"]);
  });

  it("is chosen from the fields that changed, each named once", () => {
    expect(fieldsOf(CHANGES).map(({ field }) => field)).toEqual(["amount", "title", "own.x"]);
  });
});
