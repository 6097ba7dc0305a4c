import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderPage } from "../testing/render";
import { DataList } from "./data-list";

const ROWS = ["Альфа", "Бета", "Гамма", "Дельта"].map((name) => ({ id: name, name }));

function List() {
  return (
    <DataList
      label="Companies"
      rows={ROWS}
      columns={[{ key: "name", header: "Name", render: (row) => row.name }]}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.name}
      href={(row) => `/companies/${row.id}`}
      bulk={(selected) => <span>{selected.map((row) => row.name).join("+")}</span>}
    />
  );
}

describe("a list", () => {
  it("is walked with j and k in any layout of the keyboard, and stops at its ends", async () => {
    await renderPage(<List />);
    const user = userEvent.setup();
    screen.getByRole("link", { name: "Альфа" }).focus();
    await user.keyboard("[KeyJ][KeyJ]");
    expect(screen.getByRole("link", { name: "Гамма" })).toHaveFocus();
    await user.keyboard("[KeyK][KeyK][KeyK][KeyK]");
    expect(screen.getByRole("link", { name: "Альфа" })).toHaveFocus();
  });

  it("selects with x, and a range with Shift", async () => {
    await renderPage(<List />);
    const user = userEvent.setup();
    screen.getByRole("link", { name: "Бета" }).focus();
    await user.keyboard("[KeyX]");
    expect(screen.getByRole("toolbar")).toHaveTextContent("Бета");
    await user.keyboard("{Shift>}");
    await user.click(screen.getByRole("checkbox", { name: "Select: Дельта" }));
    await user.keyboard("{/Shift}");
    expect(screen.getByRole("toolbar")).toHaveTextContent("Бета+Гамма+Дельта");
  });
});
