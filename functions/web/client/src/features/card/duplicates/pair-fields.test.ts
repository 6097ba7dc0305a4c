import { describe, expect, it } from "vitest";
import type { AnyCard } from "@/shared/api";
import { toChoose, toUnite } from "./pair-fields";

const card = (values: object) => values as unknown as AnyCard;

describe("two cards that are one", () => {
  it("asks only where both say something else", () => {
    const one = card({ name: "Анна", job_title: "Инженер", description: null });
    const other = card({ name: "Аня", job_title: "Инженер", description: "Важная" });
    expect(toChoose(one, other)).toEqual(["name"]);
  });

  it("unites the lists of which either has something", () => {
    const one = card({ emails: ["a@a.ru"], phones: [], domains: undefined });
    const other = card({ emails: [], phones: [], handles: [] });
    expect(toUnite(one, other)).toEqual(["emails"]);
  });
});
