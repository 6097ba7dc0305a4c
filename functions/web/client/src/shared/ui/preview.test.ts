import { describe, expect, it } from "vitest";
import { decoded, previewable } from "./preview";

describe("a file's preview", () => {
  it("is for pictures, PDF and texts; a page or a drawing with scripts is only downloaded", () => {
    expect(previewable("image/png", 1)).toBe("image");
    expect(previewable("application/pdf", 1)).toBe("pdf");
    expect(previewable("application/pdf", 1e9)).toBeNull();
    expect(previewable("text/csv", 1)).toBe("text");
    for (const type of ["image/svg+xml", "text/html", "application/zip"])
      expect(previewable(type, 1)).toBeNull();
  });

  it("reads Russian of old programs and of new ones", () => {
    expect(decoded(new TextEncoder().encode("Пресс"))).toBe("Пресс");
    expect(decoded(new Uint8Array([0xcf, 0xf0, 0xe5, 0xf1, 0xf1]))).toBe("Пресс");
  });
});
