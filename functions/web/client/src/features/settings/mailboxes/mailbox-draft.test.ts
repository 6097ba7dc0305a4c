import { describe, expect, it } from "vitest";
import { bodyOfDraft, EMPTY, isWhole, withKind } from "./mailbox-draft";

const shared = { ...EMPTY, address: "sales@demo.example", name: "Sales", departmentIds: ["d"] };

describe("a mailbox being made", () => {
  it("sends nothing of the kind that it is not", () => {
    const personal = { ...shared, kind: "personal" as const, personId: "p", personIds: ["q"] };
    expect(bodyOfDraft(personal)).toMatchObject({
      department_ids: [],
      person_ids: [],
      person_id: "p",
    });
    expect(bodyOfDraft({ ...personal, kind: "shared" })).toMatchObject({
      department_ids: ["d"],
      person_id: null,
    });
  });

  it("is whole when somebody reads it", () => {
    expect(isWhole(shared)).toBe(true);
    expect(isWhole({ ...shared, departmentIds: [] })).toBe(false);
    expect(isWhole({ ...shared, kind: "personal" })).toBe(false);
  });

  it("keeps letters to the person as soon as it is one's own, and what was chosen afterwards", () => {
    expect(withKind(shared, "personal")).toEqual({ kind: "personal", privacy: "subject" });
    expect(withKind({ ...shared, privacy: "hidden" }, "shared")).toEqual({});
  });
});
