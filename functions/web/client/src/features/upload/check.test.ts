import { describe, expect, it } from "vitest";
import { misfitOf, typeOf } from "./check";

const terms = { max_bytes: 1000, content_types: ["application/pdf"] };
const pdf = { name: "Схема.pdf", type: "application/pdf", size: 10 };

describe("a file before it is sent", () => {
  it("goes when it is within the terms", () => {
    expect(misfitOf(pdf, terms, 1)).toBeNull();
  });

  it("stays when it is too large, empty, of another type or one too many", () => {
    expect(misfitOf({ ...pdf, size: 1001 }, terms, 1)).toBe("size");
    expect(misfitOf({ ...pdf, size: 0 }, terms, 1)).toBe("empty");
    expect(misfitOf({ ...pdf, name: "a.exe", type: "" }, terms, 1)).toBe("type");
    expect(misfitOf(pdf, terms, 0)).toBe("many");
  });

  it("is known by its ending where the browser does not know it", () => {
    expect(typeOf({ name: "ПИСЬМО.PDF", type: "" })).toBe("application/pdf");
  });
});
