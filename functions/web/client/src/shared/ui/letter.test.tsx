import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Schemas } from "../api";
import { renderPage } from "../testing/render";
import { Letter } from "./letter";

const FILE: Schemas["AttachmentView"] = {
  index: 0,
  name: "logo.png",
  content_type: "image/png",
  detected_type: "image/png",
  size: 10,
  sha256: "",
  content_id: "logo",
  inline: true,
  blocked: false,
};

const LETTER = {
  id: "L",
  direction: "inbound",
  subject: "Offer",
  from: { name: "Anna", address: "anna@zakaz.example" },
  to: [{ name: "", address: "sales@demo.example" }],
  cc: [],
  bcc: [],
  text: "See https://zakaz.example/price. <b>Not bold</b>",
  history: "",
  html: "<p>See here</p>",
  truncated: false,
  attachments: [],
  invitations: [],
  business_cards: [],
  privacy: "full",
  mailboxes: ["sales@demo.example"],
  forwarded_by: null,
  dropped: false,
  note: "",
} as unknown as Schemas["CommunicationView"];

describe("a letter", () => {
  it("is shown as its plain text, in which addresses are links and markup is words", async () => {
    await renderPage(<Letter letter={LETTER} />);
    const link = await screen.findByRole("link", { name: "https://zakaz.example/price" });
    expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
    expect(screen.getByText(/<b>Not bold<\/b>/)).toBeVisible();
    expect(screen.queryByTitle("Offer")).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Show as it was sent" }));
    expect(screen.getByTitle("Offer")).toHaveAttribute("sandbox", expect.not.stringMatching("scr"));
  });

  it("of our own is shown as we formatted it", async () => {
    await renderPage(
      <Letter letter={{ ...LETTER, direction: "outbound", html: "<p>See <b>here</b></p>" }} />,
    );
    expect(await screen.findByTitle("Offer")).toBeInTheDocument();
  });

  it("says whose the text is where its mailbox keeps it", async () => {
    await renderPage(<Letter letter={{ ...LETTER, text: "", html: "", privacy: "subject" }} />);
    expect(await screen.findByText(/read by the people of sales@demo.example only/)).toBeVisible();
    expect(screen.queryByText(/no text/i)).not.toBeInTheDocument();
  });

  it("lists a picture that its text does not show", async () => {
    await renderPage(<Letter letter={{ ...LETTER, attachments: [FILE] }} />);
    expect(screen.getByRole("button", { name: /logo\.png/ })).toBeVisible();
  });

  it("does not list a picture of its layout", async () => {
    const html = '<img src="cid:logo">';
    await renderPage(<Letter letter={{ ...LETTER, html, attachments: [FILE] }} />);
    expect(screen.queryByRole("button", { name: /logo\.png/ })).not.toBeInTheDocument();
  });
});
