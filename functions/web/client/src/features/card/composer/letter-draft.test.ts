import { describe, expect, it } from "vitest";
import type { Schemas } from "@/shared/api";
import { answerTo, forwardOf, othersOf } from "./letter-draft";

const at = (address: string) => ({ name: "", address });

function letter(part: Partial<Schemas["CommunicationView"]>) {
  return {
    id: "L",
    direction: "inbound",
    from: at("petr@ladoga.example"),
    to: [at("sales@demo.example"), at("buh@ladoga.example")],
    cc: [at("PETR@ladoga.example"), at("ivan@x.example")],
    mailboxes: ["sales@demo.example"],
    subject: "Срок",
    text: "Когда?",
    html: "",
    ...part,
  } as Schemas["CommunicationView"];
}

describe("an answer", () => {
  it("goes to who wrote, and to all but ourselves and him twice", () => {
    expect(answerTo(letter({}), "h")).toMatchObject({
      to: ["petr@ladoga.example"],
      cc: [],
      subject: "Re: Срок",
      replyToId: "L",
    });
    expect(answerTo(letter({}), "h", true).cc).toEqual(["buh@ladoga.example", "ivan@x.example"]);
    expect(othersOf(letter({}))).toBe(2);
  });

  it("to a letter of ours goes where that went", () => {
    const ours = letter({
      direction: "outbound",
      from: at("sales@demo.example"),
      to: [at("petr@ladoga.example")],
      cc: [],
    });
    expect(answerTo(ours, "h", true)).toMatchObject({ to: ["petr@ladoga.example"], cc: [] });
  });
});

it("forwards to nobody yet, as a letter of its own", () => {
  expect(forwardOf(letter({}), "h")).toMatchObject({
    to: [],
    subject: "Fwd: Срок",
    replyToId: null,
    quote: { heading: "h", text: "Когда?" },
  });
});
