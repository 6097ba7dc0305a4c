import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderPage } from "../testing/render";
import { CardChoice, type Choice } from "./card-choice";

const FOUND = [
  {
    card: { kind: "company", id: "01A" },
    title: "Ладога-Пласт",
    subtitle: "7801234564",
    open: true,
  },
  { card: { kind: "deal", id: "01B" }, title: "Ладога: пресс", subtitle: null, open: true },
];

vi.mock("../api", async (original) => ({
  ...(await original<object>()),
  useNewestCards: () => [],
  useCardSearch: (words: string) => ({ found: words === "лад" ? FOUND : [], searching: false }),
}));

const seen: (Choice | null)[] = [];

function Box({ newLabel }: { newLabel?: string }) {
  const [value, setValue] = useState<Choice | null>(null);
  return (
    <CardChoice
      kind="company"
      label="Company"
      newLabel={newLabel}
      value={value}
      onChange={(choice) => {
        seen.push(choice);
        setValue(choice);
      }}
    />
  );
}

beforeEach(() => seen.splice(0));

describe("choosing a card", () => {
  it("offers cards of its own kind, and takes the one that is pressed", async () => {
    await renderPage(<Box />);
    const user = userEvent.setup();
    await user.type(screen.getByRole("textbox", { name: "Company" }), "лад");
    expect(screen.queryByText("Ладога: пресс")).toBeNull();
    await user.click(screen.getByText("Ладога-Пласт"));
    expect(seen.at(-1)).toEqual({ id: "01A", title: "Ладога-Пласт" });
    expect(screen.getByRole("textbox", { name: "Company" })).toHaveValue("Ладога-Пласт");
  });

  it("takes what was typed for the name of a new one where there may be one", async () => {
    await renderPage(<Box newLabel="New company" />);
    const user = userEvent.setup();
    await user.type(screen.getByRole("textbox", { name: "Company" }), "Новиков");
    await user.tab();
    expect(seen.at(-1)).toEqual({ name: "Новиков" });
  });

  it("keeps nothing of what was typed where only cards are chosen", async () => {
    await renderPage(<Box />);
    const user = userEvent.setup();
    await user.type(screen.getByRole("textbox", { name: "Company" }), "лад");
    await user.tab();
    expect(seen).toEqual([]);
    expect(screen.getByRole("textbox", { name: "Company" })).toHaveValue("");
  });
});
