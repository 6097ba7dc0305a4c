import { describe, expect, it } from "vitest";
import { acceptOf, formatNames, misfitOf, typeOf } from "./formats";

const terms = {
  max_bytes: 1000,
  content_types: ["application/pdf", "text/csv", "application/zip"],
};
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

  it("is what the browser says, under whichever name", () => {
    const of = (name: string, type: string) => typeOf({ name, type }, terms.content_types);
    expect(of("Чертежи", "application/x-zip-compressed")).toBe("application/zip");
    expect(of("ПИСЬМО.PDF", "")).toBe("application/pdf");
    // Windows with Excel calls every CSV a sheet.
    expect(of("Цены.csv", "application/vnd.ms-excel")).toBe("text/csv");
    expect(of("фото.heic", "image/heic")).toBe("image/heic");
    expect(of("README", "")).toBe("application/octet-stream");
  });

  it("is asked for by types and endings, in people's words", () => {
    expect(acceptOf(["image/jpeg"])).toBe("image/jpeg,.jpg,.jpeg,.jfif");
    expect(formatNames(["application/pdf", "image/jpeg", "font/woff"])).toBe("PDF, JPG, WOFF");
  });
});
