import { describe, expect, it } from "vitest";
import { joined, pairedWith, reasons } from "./groups";
import type { Group } from "./queries";

const ref = (id: string) => ({ kind: "contact" as const, id });

function group(strength: Group["strength"], ...ids: string[]): Group {
  const [first = "", ...others] = ids;
  return {
    strength,
    cards: ids.map((id) => ({
      card: ref(id),
      title: id,
      subtitle: null,
      owner_name: "Иван",
      created_at: "2026-03-02T00:00:00Z",
    })),
    pairs: others.map((id) => ({
      one: ref(first),
      other: ref(id),
      strength,
      by: [{ trait: "name", value: id }],
    })),
  };
}

const idsOf = (groups: readonly Group[]) =>
  groups.map(({ cards }) => cards.map(({ card }) => card.id));

describe("groups of cards that seem to be one", () => {
  it("are whole where they go on on the next page, also over a third one", () => {
    const pages = [group("sure", "a", "b"), group("likely", "c", "d"), group("possible", "b", "c")];
    const whole = joined(pages);
    expect(idsOf(whole)).toEqual([["a", "b", "c", "d"]]);
    expect(whole[0]?.strength).toBe("sure");
  });

  it("stay apart where they share no card, in their order", () => {
    expect(idsOf(joined([group("sure", "a", "b"), group("sure", "c", "d")]))).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("tell with which a card is paired, and each reason once", () => {
    const three = group("likely", "a", "b", "c");
    expect(pairedWith(three, ref("a")).map(({ id }) => id)).toEqual(["b", "c"]);
    expect(pairedWith(three, ref("c")).map(({ id }) => id)).toEqual(["a"]);
    expect(reasons(three)).toHaveLength(1);
  });
});
