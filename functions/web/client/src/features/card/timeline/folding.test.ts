import { expect, it } from "vitest";
import { folded } from "./folding";

it("keeps the beginning of what is long in lines or in letters, cut between words", () => {
  expect(folded("коротко\nи ясно")).toBeNull();
  const lines = Array.from({ length: 10_000 }, (_, index) => `строка ${index}`).join("\n");
  expect(folded(lines)?.split("\n")).toHaveLength(12);
  const words = folded("слово ".repeat(1_000));
  expect(words?.length).toBeLessThanOrEqual(900);
  expect(words?.endsWith("слово")).toBe(true);
});
