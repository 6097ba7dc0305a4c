import { describe, expect, it, vi } from "vitest";
import type { CardRef } from "@/shared/api";
import type { ListedLetter } from "./letters";
import { Moves } from "./moves";

const DEAL: CardRef = { kind: "deal", id: "D" };
const OTHER: CardRef = { kind: "deal", id: "E" };
const letter = (id: string, ...cards: CardRef[]) =>
  ({ id, cards, state: cards.length > 0 ? "linked" : "unlinked" }) as unknown as ListedLetter;

const soon = () => new Promise((resolve) => setTimeout(resolve));

/** A portal that answers when it is told to. */
function portal() {
  const said: string[] = [];
  const waiting: (() => void)[] = [];
  const answer = (what: string, fails = false) =>
    new Promise<void>((resolve, reject) => {
      said.push(what);
      waiting.push(() => (fails ? reject(new Error(what)) : resolve()));
    });
  const refused = new Set<string>();
  const moves = new Moves(
    {
      put: async ({ id }, to) => {
        await answer(`${id} to ${typeof to === "string" ? to : to.id}`, refused.has(id));
        return typeof to === "string" ? OTHER : to;
      },
      takeOff: ({ id }) => answer(`${id} off`),
      putAside: ({ id }) => answer(`${id} aside`),
    },
    () => Promise.resolve(),
  );
  const go = async () => {
    await soon();
    while (waiting.length > 0) {
      waiting.shift()?.();
      await soon();
    }
  };
  return { moves, said, refused, go };
}

describe("moving letters by keys", () => {
  it("sends each at once and waits for none", async () => {
    const { moves, said } = portal();
    for (const id of ["a", "b", "c"]) moves.move(letter(id), DEAL, "");
    await soon();
    expect(said).toEqual(["a to D", "b to D", "c to D"]);
    expect([...moves.current().values()]).toEqual(["linked", "linked", "linked"]);
  });

  it("says the words about one letter in their order, though the first is still being sent", async () => {
    const { moves, said, go } = portal();
    const move = moves.move(letter("a"), DEAL, "");
    void moves.undo(move);
    await soon();
    expect(said).toEqual(["a to D"]);
    expect(moves.current().get("a")).toBe("unlinked");
    await go();
    expect(said).toEqual(["a to D", "a off"]);
  });

  it("puts a letter aside that needs no card, and lets it wait again", async () => {
    const { moves, said, go } = portal();
    void moves.undo(moves.move(letter("a"), "aside", ""));
    expect(moves.current().get("a")).toBe("unlinked");
    await go();
    expect(said).toEqual(["a aside", "a off"]);
  });

  it("takes back the last first, and a letter that had a card goes back to it", async () => {
    const { moves, said, go } = portal();
    moves.move(letter("a"), DEAL, "");
    moves.move(letter("b", DEAL), OTHER, "");
    moves.move(letter("c", DEAL), null, "");
    const back: string[] = [];
    while (moves.last) {
      back.push(moves.last.letter.id);
      void moves.undo(moves.last);
    }
    await go();
    expect(back).toEqual(["c", "b", "a"]);
    expect(said.slice(3)).toEqual(["a off", "b to D", "c to D"]);
  });

  it("returns a letter that the portal refused, and has nothing to take back", async () => {
    const { moves, refused, go } = portal();
    refused.add("a");
    const move = moves.move(letter("a"), "lead", "");
    const failed = vi.fn();
    move.card.catch(failed);
    await go();
    expect(failed).toHaveBeenCalled();
    expect(moves.current().has("a")).toBe(false);
    expect(moves.last).toBeUndefined();
  });

  it("believes the list again when everything is sent", async () => {
    const { moves, go } = portal();
    const told = vi.fn();
    moves.subscribe(told);
    moves.move(letter("a"), DEAL, "");
    await go();
    expect(moves.current().size).toBe(0);
    expect(told).toHaveBeenCalledTimes(2);
  });
});
