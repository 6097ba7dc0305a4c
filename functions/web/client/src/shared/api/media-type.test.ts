import { expect, it } from "vitest";
import { mediaTypeOf } from "./media-type";

it("names a file's type by its ending, by the browser's word, or not at all", () => {
  // Windows calls a table of values Excel's own; a drawing is nothing to any browser.
  expect(mediaTypeOf({ name: "цены.CSV", type: "application/vnd.ms-excel" })).toBe("text/csv");
  expect(mediaTypeOf({ name: "план.dwg", type: "" })).toBe("image/vnd.dwg");
  expect(mediaTypeOf({ name: "x.html", type: "text/html;charset=utf-8" })).toBe("text/html");
  expect(mediaTypeOf({ name: "README", type: "" })).toBe("application/octet-stream");
  expect(mediaTypeOf({ name: "x.bin", type: "ерунда" })).toBe("application/octet-stream");
});
