import { describe, expect, it } from "vitest";
import type { Lead } from "../../api";
import { bodyOfDraft, draftOf, isReady } from "./conversion";

const LEAD = {
  title: "Заявка с сайта",
  name: "Борис Новиков",
  emails: ["boris@novikov.example"],
  phones: ["+79123456789"],
} as unknown as Lead;

describe("a conversion", () => {
  it("begins with what the lead says of itself", () => {
    expect(bodyOfDraft(draftOf(LEAD))).toEqual({
      contact: {
        name: "Борис Новиков",
        emails: ["boris@novikov.example"],
        phones: ["+79123456789"],
      },
      company: null,
      deal: { title: "Заявка с сайта", pipeline_id: null, amount: null },
    });
  });

  it("sends no addresses with a contact that there is", () => {
    const draft = { ...draftOf(LEAD), contact: { id: "one", title: "Борис" } };
    expect(bodyOfDraft(draft).contact).toEqual({ id: "one" });
  });

  it("makes no company and no deal that nobody named", () => {
    const draft = { ...draftOf(LEAD), company: { name: "  " }, withDeal: false };
    expect(bodyOfDraft(draft)).toMatchObject({ company: null, deal: null });
  });

  it("sends what was filled in for each new card, and nothing for one that there is", () => {
    const own = { contact: { passport: "4007" }, deal: { contract: "17-Б", empty: null } };
    expect(bodyOfDraft({ ...draftOf(LEAD), own })).toMatchObject({
      contact: { own: { passport: "4007" } },
      deal: { own: { contract: "17-Б" } },
    });
    const known = { ...draftOf(LEAD), own, contact: { id: "one", title: "Борис" } };
    expect(bodyOfDraft(known).contact).toEqual({ id: "one" });
  });

  it("keeps an amount exact", () => {
    const draft = { ...draftOf(LEAD), amount: "900000.05" };
    expect(bodyOfDraft(draft).deal?.amount).toEqual({ amount: "900000.05", currency: "RUB" });
  });

  it("waits for a name, and for a title where there is to be a deal", () => {
    const draft = draftOf(LEAD);
    expect(isReady(draft)).toBe(true);
    expect(isReady({ ...draft, contact: { name: " " } })).toBe(false);
    expect(isReady({ ...draft, title: "" })).toBe(false);
    expect(isReady({ ...draft, title: "", withDeal: false })).toBe(true);
  });
});
