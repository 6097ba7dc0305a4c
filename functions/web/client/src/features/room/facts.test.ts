import { describe, expect, it } from "vitest";
import { managerOf, stageOf } from "./facts";

const anna = { kind: "employee", id: "1", name: "Анна Белова" };
const petr = { kind: "client", id: "2", name: "Пётр Ладогин" };

describe("what a client is told of his deal", () => {
  it("is the newest stage and who last worked on it", () => {
    const entries = [
      { kind: "mail" as const, summary: "Срок", actor: petr },
      { kind: "stage" as const, summary: "Договор", actor: anna },
      { kind: "stage" as const, summary: "Предложение", actor: anna },
    ];
    expect(stageOf(entries)).toBe("Договор");
    expect(managerOf(entries)).toBe("Анна Белова");
  });

  it("is nothing where nothing is known", () => {
    expect(stageOf([])).toBeNull();
    expect(managerOf([{ kind: "mail", summary: "", actor: petr }])).toBeNull();
  });
});
