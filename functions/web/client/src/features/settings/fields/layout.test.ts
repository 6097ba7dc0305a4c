import { describe, expect, it } from "vitest";
import { groupMoved, groupRenamed, layoutOf, moved } from "./layout";

const fields = [
  { id: "1", group: null },
  { id: "2", group: "Груз" },
  { id: "3", group: "Груз" },
  { id: "4", group: "Сроки" },
];
const shown = (list: readonly { id: string; group: string | null }[]) =>
  list.map(({ id, group }) => `${id}:${group ?? ""}`);

describe("the order of own fields", () => {
  it("changes within a group", () => {
    expect(shown(moved(fields, 1, 2))).toEqual(["1:", "3:Груз", "2:Груз", "4:Сроки"]);
  });

  it("takes a step over the border of a group as joining it", () => {
    expect(shown(moved(fields, 3, 2))).toEqual(["1:", "2:Груз", "3:Груз", "4:Груз"]);
    expect(shown(moved(fields, 0, 1))).toEqual(["1:Груз", "2:Груз", "3:Груз", "4:Сроки"]);
  });

  it("puts a field into the group where it is dropped", () => {
    expect(shown(moved(fields, 0, 3))).toEqual(["2:Груз", "3:Груз", "4:Сроки", "1:Сроки"]);
  });

  it("stays where there is no further", () => {
    expect(moved(fields, 0, -1)).toEqual(fields);
    expect(groupMoved(fields, "Сроки", 1)).toEqual(fields);
  });

  it("moves and renames whole groups; two of one name become one", () => {
    expect(shown(groupMoved(fields, "Сроки", -1))).toEqual(["1:", "4:Сроки", "2:Груз", "3:Груз"]);
    expect(shown(groupRenamed(fields, "Сроки", "Груз")).at(-1)).toBe("4:Груз");
  });

  it("is told to the portal by groups", () => {
    expect(layoutOf("deal", fields).groups).toEqual([
      { name: null, field_ids: ["1"] },
      { name: "Груз", field_ids: ["2", "3"] },
      { name: "Сроки", field_ids: ["4"] },
    ]);
  });
});
