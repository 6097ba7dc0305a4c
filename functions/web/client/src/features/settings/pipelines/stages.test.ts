import { describe, expect, it } from "vitest";
import en from "../locales/pipelines/en";
import ru from "../locales/pipelines/ru";
import { PRESETS, RULES } from "./presets";
import { stagesOf } from "./stages";

describe("the stages of a new pipeline", () => {
  it("grow likelier to the end, and end in one that is won and one that is lost", () => {
    expect(stagesOf("Запрос, Расчёт, Договор", "Выиграна", "Проиграна")).toEqual([
      { name: "Запрос", kind: "open", probability: 25 },
      { name: "Расчёт", kind: "open", probability: 50 },
      { name: "Договор", kind: "open", probability: 75 },
      { name: "Выиграна", kind: "won", probability: 100, colour: "green" },
      { name: "Проиграна", kind: "lost", probability: 0, colour: "red" },
    ]);
  });

  it.each(PRESETS)("of the type %s are all described, in both languages", (preset) => {
    for (const words of [ru, en]) {
      const stages = stagesOf(words[`stages_${preset}`], "W", "L", RULES[preset].stages);
      const chances = stages.slice(0, -1).map(({ probability }) => probability);
      expect(chances).toEqual([...chances].sort((one, other) => one - other));
      expect(stages.slice(0, -2).every(({ most_days }) => most_days)).toBe(true);
    }
  });

  it("are described by nothing once there are more or fewer of them", () => {
    const [first] = stagesOf("Одна", "W", "L", RULES.medium.stages);
    expect(first).toEqual({ name: "Одна", kind: "open", probability: 50 });
  });

  it("leave out what stands empty between commas", () => {
    expect(stagesOf("A, , B,").map(({ name }) => name)).toEqual(["A", "B", "", ""]);
  });
});
