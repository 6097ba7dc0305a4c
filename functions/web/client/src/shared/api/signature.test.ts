import { describe, expect, it } from "vitest";
import { signatureFor } from "./signature";

const IVAN = { name: "Иван Продавцов", email: "ivan@demo.example", phone: null };

describe("a signature", () => {
  it("has the person's own put in, and leaves out the line of what he has not", () => {
    const text = "С уважением,\n{{me.name}}\nТел.: {{ me.phone }}\n{{me.email}}";
    expect(signatureFor(text, IVAN)).toBe("С уважением,\nИван Продавцов\nivan@demo.example");
    expect(signatureFor(text, { ...IVAN, phone: "+79120000000" })).toContain("Тел.: +79120000000");
  });

  it("is nothing when nothing was written", () => {
    expect(signatureFor("", IVAN)).toBe("");
  });
});
