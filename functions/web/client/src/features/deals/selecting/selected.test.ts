import { describe, expect, it } from "vitest";
import { NONE, selectedAfter } from "./selected";

const COLUMN = ["a", "b", "c", "d"];
const keysOf = (...toggles: Parameters<typeof selectedAfter>[1][]) => [
  ...toggles.reduce(selectedAfter, NONE).keys,
];

describe("selectedAfter", () => {
  it("selects one by one, and lets one go again", () => {
    expect(keysOf({ key: "a" }, { key: "x" }, { key: "a" })).toEqual(["x"]);
    expect(keysOf({ key: "a" }, { key: "x" }, null)).toEqual([]);
  });

  it("takes what lies between in the column, up or down", () => {
    expect(keysOf({ key: "d" }, { key: "b", range: COLUMN }).sort()).toEqual(["b", "c", "d"]);
    expect(keysOf({ key: "a" }, { key: "c", range: COLUMN })).toEqual(["a", "b", "c"]);
  });

  it("takes one alone where the last one stands in another column, or there was none", () => {
    expect(keysOf({ key: "x" }, { key: "c", range: COLUMN })).toEqual(["x", "c"]);
    expect(keysOf({ key: "c", range: COLUMN })).toEqual(["c"]);
  });

  it("lets a range go when its end was selected", () => {
    expect(keysOf({ key: "a" }, { key: "c", range: COLUMN }, { key: "a", range: COLUMN })).toEqual(
      [],
    );
  });
});
