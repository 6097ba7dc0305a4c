import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { ProblemError } from "../api/problem";
import { renderPage } from "../testing/render";
import { textEditor } from "./fact-editors";
import { FactField } from "./fact-field";

function Fact({ save }: { save: (value: string) => Promise<unknown> }) {
  const [value, setValue] = useState("Пресс");
  return (
    <>
      <FactField
        label="Title"
        value={value}
        display={value}
        editor={textEditor}
        onSave={async (wanted) => {
          await save(wanted);
          setValue(wanted);
        }}
      />
      <button type="button">Elsewhere</button>
    </>
  );
}

async function edit(text: string) {
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: /Change: Title/ }));
  const input = screen.getByLabelText("Title");
  await user.clear(input);
  await user.type(input, text);
  return user;
}

describe("a fact of a card", () => {
  it("is saved on leaving the field, and taken back by undo", async () => {
    const save = vi.fn(() => Promise.resolve());
    await renderPage(<Fact save={save} />);
    const user = await edit("Линия");
    await user.click(screen.getByRole("button", { name: "Elsewhere" }));
    expect(save).toHaveBeenCalledWith("Линия");
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(save).toHaveBeenLastCalledWith("Пресс"));
    expect(await screen.findByText("Пресс")).toBeVisible();
  });

  it("is left alone by Escape and where nothing was changed", async () => {
    const save = vi.fn(() => Promise.resolve());
    await renderPage(<Fact save={save} />);
    const user = await edit("Линия");
    await user.keyboard("{Escape}");
    expect(screen.getByText("Пресс")).toBeVisible();
    await edit("Пресс");
    await user.keyboard("{Enter}");
    expect(save).not.toHaveBeenCalled();
  });

  it("keeps what was typed when the portal refuses, with the words that mend it", async () => {
    const refusal = new ProblemError(422, "", null, [
      { pointer: "/title", message: "At most 200 letters." },
    ]);
    await renderPage(<Fact save={() => Promise.reject(refusal)} />);
    const user = await edit("Слишком длинное");
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("At most 200 letters.");
    expect(screen.getByLabelText("Title")).toHaveValue("Слишком длинное");
  });

  it("shows what somebody else saved meanwhile, and lets one choose", async () => {
    const stale = new ProblemError(412, "");
    const save = vi.fn().mockRejectedValueOnce(stale).mockResolvedValue(undefined);
    await renderPage(<Fact save={save} />);
    const user = await edit("Линия");
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("Пресс");
    // Leaving the field decides nothing.
    await user.click(screen.getByRole("button", { name: "Elsewhere" }));
    expect(save).toHaveBeenCalledOnce();
    expect(screen.getByLabelText("Title")).toHaveValue("Линия");
    await user.click(screen.getByRole("button", { name: "Save mine" }));
    await waitFor(() => expect(save).toHaveBeenLastCalledWith("Линия"));
  });

  it("leaves theirs where one prefers it", async () => {
    const save = vi.fn().mockRejectedValue(new ProblemError(412, ""));
    await renderPage(<Fact save={save} />);
    const user = await edit("Линия");
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("button", { name: "Keep theirs" }));
    expect(screen.getByText("Пресс")).toBeVisible();
    expect(save).toHaveBeenCalledOnce();
  });

  it("gives the focus back to one who goes on with the keyboard", async () => {
    await renderPage(<Fact save={() => Promise.resolve()} />);
    const user = await edit("Линия");
    await user.keyboard("{Enter}");
    await waitFor(() =>
      expect(screen.getByRole("button", { name: /Change: Title/ })).toHaveFocus(),
    );
  });
});
