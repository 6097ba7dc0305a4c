import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderPage } from "@/shared/testing/render";
import { AskForm } from "./ask-form";
import { ChooseForm } from "./choose-form";

const STRONG = "demo-Portal-1";

function serve(status: number, body: unknown = null, headers: Record<string, string> = {}) {
  const answer = () =>
    new Response(body === null ? null : JSON.stringify(body), {
      status,
      headers: { "Content-Type": "application/problem+json", ...headers },
    });
  const fetched = vi.fn(() => Promise.resolve(answer()));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

describe("a forgotten password", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("has a letter sent, and never says whether anybody has the address", async () => {
    const fetched = serve(204);
    await renderPage(<AskForm />);
    await userEvent.type(await screen.findByLabelText("E-mail"), "anna@demo.example");
    await userEvent.click(screen.getByRole("button", { name: "Send the letter" }));
    expect(await screen.findByText(/If somebody signs in with anna@demo.example/)).toBeVisible();
    expect(fetched).toHaveBeenCalledOnce();
  });

  it("says in how many minutes to ask again, and keeps the address", async () => {
    serve(429, { status: 429 }, { "Retry-After": "600" });
    await renderPage(<AskForm />);
    await userEvent.type(await screen.findByLabelText("E-mail"), "anna@demo.example");
    await userEvent.click(screen.getByRole("button", { name: "Send the letter" }));
    expect(await screen.findByText(/try again in 10 minutes/)).toBeVisible();
    expect(screen.getByLabelText("E-mail")).toHaveValue("anna@demo.example");
  });
});

describe("a password by a link", () => {
  afterEach(() => void vi.unstubAllGlobals());

  async function shown(onGone = vi.fn()) {
    await renderPage(<ChooseForm token="t.s" email="anna@demo.example" onGone={onGone} />);
    return screen.findByLabelText("Password");
  }

  it("is sent only when it keeps every rule", async () => {
    const field = await shown();
    const button = screen.getByRole("button", { name: "Set the password and go in" });
    await userEvent.type(field, STRONG.slice(0, -1));
    expect(button).toBeDisabled();
    await userEvent.type(field, STRONG.slice(-1));
    expect(button).toBeEnabled();
    expect(screen.getAllByText("done")).toHaveLength(5);
  });

  it("leads on where the link has ended meanwhile", async () => {
    serve(410, { status: 410 });
    const onGone = vi.fn();
    await userEvent.type(await shown(onGone), STRONG);
    await userEvent.click(screen.getByRole("button", { name: "Set the password and go in" }));
    await waitFor(() => expect(onGone).toHaveBeenCalledOnce());
  });
});
