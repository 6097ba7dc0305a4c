import { describe, expect, it } from "vitest";
import { bodyOfDraft, draftOf, isBackwards, isReady } from "./absence-draft";

const TODAY = "2026-12-01";
const NEW = draftOf(undefined, TODAY);

describe("the draft of an absence", () => {
  it("begins today, without an end that nobody chose", () => {
    expect(NEW).toEqual({ since: TODAY, until: "", text: "", standInId: "" });
    expect(isReady(NEW)).toBe(false);
  });

  it("is ready once it has an end that comes after its beginning, whatever its words", () => {
    expect(isReady({ ...NEW, until: TODAY })).toBe(true);
    expect(isReady({ ...NEW, until: "2026-11-30" })).toBe(false);
    expect(isBackwards({ ...NEW, until: "2026-11-30" })).toBe(true);
  });

  it("says again what is kept, and sends nobody as nobody", () => {
    const kept = {
      person_id: "me",
      person_name: "Иван",
      since: TODAY,
      until: "2026-12-14",
      text: "В отпуске.",
      stand_in: { id: "petr", name: "Пётр" },
    };
    const draft = draftOf(kept, TODAY);
    expect(bodyOfDraft(draft)).toEqual({
      since: TODAY,
      until: "2026-12-14",
      text: "В отпуске.",
      stand_in_id: "petr",
    });
    expect(bodyOfDraft({ ...draft, standInId: "" }).stand_in_id).toBeNull();
  });
});
