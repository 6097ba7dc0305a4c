import { describe, expect, it } from "vitest";
import { readConditions, toQuery } from "./conditions";

describe("readConditions", () => {
  it("leaves out what is no condition", () => {
    expect(readConditions("x")).toBeUndefined();
    expect(readConditions([null, 5, {}, { by: "owner" }, { by: "owner", values: [] }])).toBe(
      undefined,
    );
    expect(readConditions([{ by: "amount", low: 5 }, 1])).toEqual([{ by: "amount", low: "5" }]);
  });
});

describe("toQuery", () => {
  it("names several values, amounts and own fields as the portal does", () => {
    expect(
      toQuery([
        { by: "owner", values: ["A", "B"] },
        { by: "amount", low: "10" },
        { by: "own.F", values: ["x"] },
        { by: "own.G", values: ["~ёлка шар"] },
        { by: "own.H", empty: true },
        { by: "own.N", low: "1", high: "2" },
      ]),
    ).toEqual({
      owner_id: "A,B",
      amount_from: "10",
      amount_to: undefined,
      own: JSON.stringify([
        { field: "F", test: "one_of", values: ["x"] },
        { field: "G", test: "words", values: ["ёлка шар"] },
        { field: "H", test: "empty" },
        { field: "N", test: "range", low: "1", high: "2" },
      ]),
    });
  });

  it("takes whole days", () => {
    const query = toQuery([{ by: "created", low: "2026-03-01", high: "2026-03-01" }]);
    const length = Date.parse(query.created_to ?? "") - Date.parse(query.created_from ?? "");
    expect(length).toBe(24 * 60 * 60 * 1000 - 1);
  });
});
