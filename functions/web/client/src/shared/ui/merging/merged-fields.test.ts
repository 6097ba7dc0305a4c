import { describe, expect, it } from "vitest";
import type { AnyCard } from "../../api/cards";
import { firstChoice, toChoose, toUnite } from "./merged-fields";

const card = (values: object) => values as unknown as AnyCard;

describe("cards that are one", () => {
  it("asks only where two of them say something else, in own fields too", () => {
    const one = card({ name: "Анна", job_title: "Инженер", own: { a: "да", b: "1" } });
    const two = card({ name: "Аня", job_title: "Инженер", description: "Важная", own: { b: "2" } });
    const three = card({ name: "Аня", description: null, own: {} });
    expect(toChoose([one, two, three])).toEqual(["name", "own.b"]);
  });

  it("unites the lists of which any has something", () => {
    const one = card({ emails: ["a@a.ru"], phones: [], domains: undefined });
    expect(toUnite([one, card({ emails: [], phones: [] })])).toEqual(["emails"]);
  });

  it("leaves the value of the card that stays, or takes the first that there is", () => {
    const cards = [card({ source: "" }), card({ source: "Сайт" }), card({ source: "Звонок" })];
    expect(firstChoice(cards, 2, "source")).toBe(2);
    expect(firstChoice(cards, 0, "source")).toBe(1);
  });
});
