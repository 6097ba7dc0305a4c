import { describe, expect, it } from "vitest";
import { contains, partedAt } from "./find";
import { entry } from "./examples";

describe("looking for something on a card", () => {
  it("finds an entry in which every word stands somewhere, ё or е", () => {
    const comment = entry("1", "2026-11-23T10:00Z", { text: "Пришлём счёт на пресс" });
    expect(contains(comment, "СЧЕТ пётр")).toBe(true);
    expect(contains(comment, "счёт экструдер")).toBe(false);
    expect(contains(comment, "экструдер", "в письме: экструдер")).toBe(true);
  });

  it("marks what was found as it is written", () => {
    expect(partedAt("Счёт и счет (5)", "счет (5)")).toEqual([
      "",
      "Счёт",
      " и ",
      "счет",
      " ",
      "(5)",
      "",
    ]);
    expect(partedAt("a", " ")).toEqual(["a"]);
  });
});
