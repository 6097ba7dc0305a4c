import { describe, expect, it } from "vitest";
import { fits } from "./commands";
import { cardAt } from "./use-recent-cards";

describe("a command", () => {
  it("is found by the beginnings of its words, in any order and case", () => {
    expect(fits("Создать сделку", "сд")).toBe(true);
    expect(fits("Создать сделку", "СДЕЛКУ созд")).toBe(true);
    expect(fits("Тёмная тема", "темн")).toBe(true);
    expect(fits("Создать сделку", "делку")).toBe(false);
    expect(fits("Создать сделку", "создать контакт")).toBe(false);
  });

  it("is offered to who has typed nothing yet", () => {
    expect(fits("Создать сделку", "  ")).toBe(true);
  });
});

describe("a card that was opened", () => {
  it("is known by its path, and no other page is a card", () => {
    expect(cardAt("/companies/01A")).toEqual({ kind: "company", id: "01A" });
    expect(cardAt("/deals")).toBeNull();
    expect(cardAt("/people/01A")).toBeNull();
  });
});
