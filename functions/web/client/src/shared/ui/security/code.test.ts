import { describe, expect, it } from "vitest";
import { codeOf } from "./code";

describe("a code", () => {
  it("is taken from whatever was pasted with it", () => {
    expect(codeOf(" 123 456 ", false)).toBe("123456");
    expect(codeOf("Код: 123-456, действует минуту", false)).toBe("123456");
    expect(codeOf("1234567", false)).toBe("123456");
  });

  it("keeps the hyphen of a recovery code, and nothing that none has", () => {
    expect(codeOf("abcde-23456;", true)).toBe("abcde-23456");
  });
});
