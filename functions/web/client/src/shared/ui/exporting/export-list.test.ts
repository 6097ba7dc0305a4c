import { expect, test } from "vitest";
import { exportedNames } from "./export-list";

test("a column goes out as those that stand for it, each once", () => {
  const columns = [
    { key: "title" },
    { key: "client", exported: ["company", "contact"] },
    { key: "own.01" },
    { key: "buyer", exported: ["company"] },
  ];
  expect(exportedNames(columns)).toEqual(["title", "company", "contact", "own.01"]);
});
