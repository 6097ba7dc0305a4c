import { describe, expect, it } from "vitest";
import { stagesOf } from "./stages";

describe("the stages of a new pipeline", () => {
  it("grow likelier to the end, and end in one that is won and one that is lost", () => {
    expect(stagesOf("Запрос, Расчёт, Договор", "Выиграна", "Проиграна")).toEqual([
      { name: "Запрос", kind: "open", probability: 25 },
      { name: "Расчёт", kind: "open", probability: 50 },
      { name: "Договор", kind: "open", probability: 75 },
      { name: "Выиграна", kind: "won", probability: 100 },
      { name: "Проиграна", kind: "lost", probability: 0 },
    ]);
  });

  it("leave out what stands empty between commas", () => {
    expect(stagesOf("A, , B,").map(({ name }) => name)).toEqual(["A", "B", "", ""]);
  });
});
