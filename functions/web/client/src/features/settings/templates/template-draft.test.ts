import { describe, expect, it } from "vitest";
import { bodyOfDraft, EMPTY, isWhole } from "./template-draft";

const WRITTEN = { ...EMPTY, name: "Счёт", html: "<p>Да</p>" };

describe("a template as it is written", () => {
  it("wants a name and a text", () => {
    expect(isWhole(WRITTEN, false)).toBe(true);
    expect(isWhole({ ...WRITTEN, name: " " }, false)).toBe(false);
    expect(isWhole({ ...WRITTEN, html: "" }, false)).toBe(false);
  });

  it("is for everybody when an owner shares it, and for a head's departments when he does", () => {
    const shared = { ...WRITTEN, personal: false };
    expect(isWhole(shared, true)).toBe(true);
    expect(isWhole(shared, false)).toBe(false);
    expect(isWhole({ ...shared, departmentIds: ["1"] }, false)).toBe(true);
  });

  it("has departments only when it is shared", () => {
    expect(bodyOfDraft({ ...WRITTEN, departmentIds: ["1"] }).department_ids).toEqual([]);
  });
});
