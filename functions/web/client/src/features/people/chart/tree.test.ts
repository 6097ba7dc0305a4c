import { describe, expect, it } from "vitest";
import { type Branch, placesFor, treeOf } from "./tree";

function department(id: string, parent_id: string | null = null) {
  return { id, name: id, head_id: null, parent_id };
}

const COMPANY = [
  department("sales"),
  department("north", "sales"),
  department("city", "north"),
  department("stock"),
];

function drawn(branches: Branch[]): string {
  return branches
    .map(({ department: { id }, below }) => (below.length ? `${id}(${drawn(below)})` : id))
    .join(" ");
}

describe("the tree of departments", () => {
  it("puts each under what it belongs to", () => {
    expect(drawn(treeOf(COMPANY))).toBe("sales(north(city)) stock");
  });

  it("loses nobody whose parent is missing or who stands in a circle", () => {
    expect(
      drawn(treeOf([department("a", "gone"), department("b", "c"), department("c", "b")])),
    ).toBe("a b c");
  });

  it("lets a department go anywhere but into itself and below", () => {
    expect(placesFor(COMPANY, "north").map(({ id }) => id)).toEqual(["sales", "stock"]);
  });
});
