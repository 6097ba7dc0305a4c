import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { ariaSort, type Column, leastWidth, nextSort } from "./list-columns";
import { useColumns } from "./use-columns";

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

describe("a column that may come and go", () => {
  const own = { key: "own.1", header: "Вес", wanted: true, width: "140px", render: () => null };

  it("is there once it is wanted, which is remembered while it is away", () => {
    const { result, rerender } = renderHook(
      ({ all }: { all: Column<unknown>[] }) => useColumns("deals", all),
      { initialProps: { all: [...COLUMNS, own] } },
    );
    const keys = () => result.current.shown.map(({ key }) => key);
    expect(keys()).not.toContain("own.1");
    act(() => result.current.toggle("own.1"));
    expect(keys()).toContain("own.1");
    rerender({ all: COLUMNS });
    expect(keys()).toEqual(["title", "stage", "amount"]);
    rerender({ all: [...COLUMNS, own] });
    expect(keys()).toContain("own.1");
  });

  it("leaves what a row is called its room", () => {
    expect(leastWidth(COLUMNS)).toBe(0);
    expect(leastWidth([...COLUMNS, own])).toBe(236 + 150 + 150 + 140);
    const share = { key: "client", header: "Клиент", width: "20%", render: () => null };
    expect(leastWidth([{ ...share, width: undefined }, share, own])).toBe((236 + 140) / 0.8);
  });
});

describe("the arrangement of the columns", () => {
  const shownBy = (result: { current: { shown: readonly Column<unknown>[] } }) =>
    result.current.shown.map(({ key, width }) => (width ? `${key} ${width}` : key));

  it("has a column where another one stood, but never before the first, and is remembered", () => {
    const { result } = renderHook(() => useColumns("deals", COLUMNS));
    act(() => result.current.move("amount", "stage"));
    act(() => result.current.move("amount", "title"));
    act(() => result.current.resize("stage", 9000));
    const again = renderHook(() => useColumns("deals", COLUMNS));
    expect(shownBy(again.result)).toEqual(["title", "amount", "stage 640px"]);
    act(() => again.result.current.reset());
    expect(shownBy(again.result)).toEqual(["title", "stage", "amount"]);
  });

  it("goes into the address of what a view names, whose order is the address's", () => {
    const asked: (string[] | null)[] = [];
    const named = {
      keys: ["title", "amount", "stage"],
      onChange: (keys: string[] | null) => asked.push(keys),
    };
    const { result } = renderHook(() => useColumns("deals", COLUMNS, named));
    expect(shownBy(result)).toEqual(["title", "amount", "stage"]);
    act(() => result.current.move("stage", "amount"));
    act(() => result.current.reset());
    expect(asked).toEqual([["title", "stage", "amount"], null]);
  });

  it("leaves room for what a row is called beside wide columns", () => {
    const wide = { key: "stage", header: "Stage", width: "600px", sized: true, render: () => null };
    expect(leastWidth([{ ...wide, width: undefined, sized: false }, wide])).toBe(836);
  });
});
