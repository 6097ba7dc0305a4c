import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { renderPage } from "../testing/render";
import { DataList } from "./data-list";
import type { Sorting } from "./list-columns";

const ROWS = ["Альфа", "Бета", "Гамма", "Дельта"].map((name) => ({ id: name, name }));

function List({ sort }: { sort?: Sorting }) {
  return (
    <DataList
      label="Companies"
      rows={ROWS}
      sort={sort}
      columns={[{ key: "name", sort: "name", header: "Name", render: (row) => row.name }]}
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

  it("begins with its first row when j is pressed and nothing has the focus", async () => {
    await renderPage(<List />);
    await userEvent.setup().keyboard("[KeyJ]");
    expect(screen.getByRole("link", { name: "Альфа" })).toHaveFocus();
  });

  it("lets go of what was selected by Escape", async () => {
    await renderPage(<List />);
    const user = userEvent.setup();
    screen.getByRole("link", { name: "Бета" }).focus();
    await user.keyboard("[KeyX]{Escape}");
    expect(screen.queryByRole("toolbar")).toBeNull();
  });

  it("says how it is sorted, and asks for another order by mouse and by key", async () => {
    const onChange = vi.fn();
    await renderPage(<List sort={{ value: "name", onChange }} />);
    const user = userEvent.setup();
    expect(screen.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    const header = screen.getByRole("button", { name: "Name" });
    await user.click(header);
    header.focus();
    await user.keyboard("{Enter}");
    expect(onChange.mock.calls).toEqual([["-name"], ["-name"]]);
  });
});
