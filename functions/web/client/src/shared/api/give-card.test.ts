import { describe, expect, it } from "vitest";
import { staysInSight } from "./give-card";

const SELLER = { id: "me", roles: ["employee" as const], headed_department_ids: [] };
const OTHER = { id: "other", department_ids: ["sales"] };

describe("a card that is given away", () => {
  it("is out of its giver's sight, unless he takes part in it or takes it himself", () => {
    expect(staysInSight({ participant_ids: [] }, SELLER, OTHER)).toBe(false);
    expect(staysInSight({ participant_ids: ["me"] }, SELLER, OTHER)).toBe(true);
    expect(staysInSight({ participant_ids: [] }, SELLER, { ...OTHER, id: "me" })).toBe(true);
  });

  it("stays in sight of who administers the portal, and of who heads its new owner", () => {
    const card = { participant_ids: [] };
    const head = { ...SELLER, headed_department_ids: ["sales"] };
    expect(staysInSight(card, { ...SELLER, roles: ["owner"] }, OTHER)).toBe(true);
    expect(staysInSight(card, head, OTHER)).toBe(true);
    expect(staysInSight(card, head, { ...OTHER, department_ids: ["service"] })).toBe(false);
  });
});
