import { describe, expect, it } from "vitest";
import type { Schemas } from "@/shared/api";
import { heirOf, isHanded } from "./work";

type Person = Schemas["PersonView"];
type Department = Schemas["DepartmentView"];

const SELLER = { id: "S", department_ids: ["D"] } as unknown as Person;
const HEAD = { id: "H", department_ids: ["D"] } as unknown as Person;

function department(head_id: string | null): Department {
  return { id: "D", name: "Продажи", head_id, parent_id: null };
}

describe("who leaves", () => {
  it("leaves his work to the head of his department", () => {
    expect(heirOf(SELLER, [department("H")], [SELLER, HEAD])).toBe("H");
  });

  it("leaves it to nobody by himself where there is no head, or he is it, or the head has gone", () => {
    expect(heirOf(SELLER, [department(null)], [HEAD])).toBeNull();
    expect(heirOf(HEAD, [department("H")], [SELLER, HEAD])).toBeNull();
    expect(heirOf(SELLER, [department("H")], [SELLER])).toBeNull();
  });

  it("has handed over when nothing of what was to go is left", () => {
    const none = { count: 0, more: false };
    const amounts = { deal: none, lead: { count: 2, more: false }, contact: none, company: none };
    expect(isHanded(amounts, ["deal", "reminder"])).toBe(true);
    expect(isHanded(amounts, ["deal", "lead"])).toBe(false);
    expect(isHanded({ ...amounts, deal: undefined }, ["deal"])).toBe(false);
  });
});
