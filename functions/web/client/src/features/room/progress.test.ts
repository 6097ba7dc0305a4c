import { describe, expect, it } from "vitest";
import { stepsOf } from "./progress";

const stage = (id: string, kind: "open" | "won") => ({ id, name: id.toUpperCase(), kind });
const progress = (here: string) => ({
  stage_id: here,
  stages: [stage("a", "open"), stage("b", "open"), stage("w", "won"), stage("v", "won")],
  manager_id: "1",
  manager_name: "Анна",
});

describe("how far a deal has come", () => {
  it("is a step among those that lead to one good end", () => {
    expect(stepsOf(progress("b"))).toEqual({ names: ["A", "B", "W"], at: 1 });
  });

  it("ends where it ended", () => {
    expect(stepsOf(progress("v"))).toEqual({ names: ["A", "B", "V"], at: 2 });
  });

  it("is nowhere when the deal was lost", () => {
    expect(stepsOf(progress("lost")).at).toBe(-1);
  });
});
