import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { ariaSort, type Column, nextSort, useColumns } from "./list-columns";

const COLUMNS: Column<unknown>[] = ["title", "stage", "amount"].map((key) => ({
  key,
  header: key,
  render: () => null,
}));

beforeEach(() => localStorage.clear());

describe("a sortable column", () => {
  it("turns its own order round, and begins with what is looked for first", () => {
    expect(nextSort("-created", { sort: "name" })).toBe("name");
    expect(nextSort("name", { sort: "name" })).toBe("-name");
    expect(nextSort("-name", { sort: "name" })).toBe("name");
    expect(nextSort("name", { sort: "amount", numeric: true })).toBe("-amount");
  });

  it("says how the list stands, and nothing where it cannot sort", () => {
    expect(ariaSort("-amount", "amount")).toBe("descending");
    expect(ariaSort("amount", "amount")).toBe("ascending");
    expect(ariaSort("name", "amount")).toBe("none");
    expect(ariaSort("name", undefined)).toBeUndefined();
  });
});

describe("the columns of a list", () => {
  it("are remembered, and the first one is never lost", () => {
    const { result } = renderHook(() => useColumns("deals", COLUMNS));
    act(() => result.current.toggle("stage"));
    act(() => result.current.toggle("title"));
    const again = renderHook(() => useColumns("deals", COLUMNS));
    expect(again.result.current.shown.map(({ key }) => key)).toEqual(["title", "amount"]);
    act(() => again.result.current.toggle("stage"));
    expect(again.result.current.shown).toHaveLength(3);
  });
});
