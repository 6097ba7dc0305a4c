import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { renderPage } from "@/shared/testing/render";
import type { WholeLetter } from "./letters";
import { Notices } from "./notices";

const LETTER = {
  id: "L",
  problem: null,
  status: null,
  bounce: false,
  automatic: false,
  token_problem: null,
  verdicts: null,
} as unknown as WholeLetter;

const VERDICTS = { spf: null, dkim: null, dmarc: null, spam: "fail", virus: "fail" };

describe("what is said of a letter", () => {
  it("is why it could not be read, and what can be done", async () => {
    const save = vi.fn();
    const problem = "This letter cannot be read (LookupError).";
    await renderPage(<Notices letter={{ ...LETTER, problem }} onSave={save} />);
    expect(await screen.findByText(/could not make this letter out/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Read again" })).toBeEnabled();
    await userEvent.click(screen.getByRole("button", { name: "Download the whole letter" }));
    expect(save).toHaveBeenCalledOnce();
  });

  it("is what the mail server found in it", async () => {
    await renderPage(<Notices letter={{ ...LETTER, verdicts: VERDICTS }} onSave={vi.fn()} />);
    expect(screen.getByText(/virus was found/)).toBeVisible();
    expect(screen.getByText(/for spam/)).toBeVisible();
  });

  it("is nothing where nothing is wrong", async () => {
    await renderPage(<Notices letter={LETTER} onSave={vi.fn()} />);
    expect(screen.queryByRole("paragraph")).not.toBeInTheDocument();
  });
});
