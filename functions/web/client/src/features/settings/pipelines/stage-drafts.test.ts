import { describe, expect, it } from "vitest";
import { draftsOf, intoOf, moved, problemsOf, toBody, withNew } from "./stage-drafts";

const PLAIN = { colour: "gray" as const, required: [], most_days: null };
const drafts = draftsOf({
  stages: [
    { id: "1", name: "Запрос", kind: "open", probability: 20, ...PLAIN },
    { id: "2", name: "Договор", kind: "open", probability: 80, ...PLAIN, most_days: 5 },
    { id: "3", name: "Выиграна", kind: "won", probability: 100, ...PLAIN },
    { id: "4", name: "Проиграна", kind: "lost", probability: 0, ...PLAIN },
  ],
});
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

describe("the stages of a pipeline that is being drawn", () => {
  it("change places, and stay where there is no further", () => {
    expect(names(moved(drafts, 0, 1)).slice(0, 2)).toEqual(["Договор", "Запрос"]);
    expect(names(moved(drafts, 3, 0))[0]).toBe("Проиграна");
    expect(names(moved(drafts, 0, -1))).toEqual(names(drafts));
    expect(names(moved(drafts, 3, 4))).toEqual(names(drafts));
  });

  it("are joined by a new one behind the open ones", () => {
    const more = withNew(drafts, "new");
    expect(more[2]).toMatchObject({ id: null, kind: "open", probability: 90 });
    expect(names(more).at(-1)).toBe("Проиграна");
  });

  it("need names, each of its own", () => {
    const wrong = drafts.map((draft, index) =>
      index === 1 ? { ...draft, name: " запрос " } : index === 2 ? { ...draft, name: " " } : draft,
    );
    expect([...problemsOf(wrong)]).toEqual([
      ["2", "twice"],
      ["3", "empty"],
    ]);
    expect(problemsOf(drafts).size).toBe(0);
  });

  it("are sent by their ids, a new one by its kind", () => {
    expect(toBody(withNew(drafts, "new")).slice(1, 3)).toEqual([
      { id: "2", name: "Договор", probability: 80, ...PLAIN, most_days: 5 },
      { name: "", kind: "open", probability: 90, ...PLAIN },
    ]);
    expect(toBody(drafts)[0]).toMatchObject({ id: "1", most_days: 0 });
  });

  it("that go are not sent, but where their deals go is", () => {
    const going = drafts.map((draft) => (draft.id === "2" ? { ...draft, into: "1" } : draft));
    expect(toBody(going).map(({ id }) => id)).toEqual(["1", "3", "4"]);
    expect(intoOf(going)).toEqual({ 2: "1" });
  });
});
