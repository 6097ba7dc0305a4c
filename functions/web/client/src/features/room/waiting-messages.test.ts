import { afterEach, describe, expect, it } from "vitest";
import { forgetDrafts } from "@/shared/lib";
import { keepMessages, stillWaiting, waitingMessages } from "./waiting-messages";

const message = { key: "k", text: "Когда отгрузка?", at: "2026-11-24T09:00:00Z" };

describe("messages that the portal does not have yet", () => {
  afterEach(() => localStorage.clear());

  it("outlive the page, each person's and each deal's apart", () => {
    keepMessages("petr", "deal", [message]);
    expect(waitingMessages("petr", "deal")).toEqual([message]);
    expect(waitingMessages("petr", "other")).toEqual([]);
    expect(waitingMessages("anna", "deal")).toEqual([]);
  });

  it("are gone once their writer signs out, or when what was kept cannot be read", () => {
    keepMessages("petr", "deal", [message]);
    forgetDrafts();
    expect(waitingMessages("petr", "deal")).toEqual([]);
    localStorage.setItem("portal.draft.sent.petr.deal", "{");
    expect(waitingMessages("petr", "deal")).toEqual([]);
  });

  it("are shown until the conversation shows them by itself", () => {
    const sent = { ...message, key: "s", id: "01H" };
    expect(stillWaiting([message, sent], new Set())).toEqual([message, sent]);
    expect(stillWaiting([message, sent], new Set(["01H"]))).toEqual([message]);
  });
});
