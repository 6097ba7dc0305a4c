import { expect, it } from "vitest";
import { FILE_GROUPS, typesOf } from "./file-groups";

it("asks for each format once, however many groups hold it", () => {
  const all = typesOf(FILE_GROUPS);
  expect(new Set(all).size).toBe(all.length);
  expect(typesOf(["pdf", "drawings"])).toEqual(["application/pdf", "image/vnd.dwg"]);
});
