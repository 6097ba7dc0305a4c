import { describe, expect, it } from "vitest";
import { bracedIn, inNames, inWords, type Named, PLACEHOLDERS } from "./placeholders";

const named = Object.fromEntries(PLACEHOLDERS.map((name) => [name, `Слово ${name}`])) as Named;

describe("placeholders", () => {
  it("are called as the reader calls them, and kept by their names", () => {
    const kept = "<p>{{recipient.name}} и {{today}}</p>";
    const shown = "<p>{{Слово recipient.name}} и {{Слово today}}</p>";
    expect(inWords(kept, named)).toBe(shown);
    expect(inNames(shown, named)).toBe(kept);
  });

  it("stay as they are where they mean nothing", () => {
    const odd = "{{constructor}} {{}} {один} {{a{{b}}";
    expect(inWords(odd, named)).toBe(odd);
    expect(inNames(odd, named)).toBe(odd);
  });

  it("are found wherever they stand, each once", () => {
    expect(bracedIn("{{today}}, {{ today }}, {{кто-то}} и {нет}")).toEqual(["today", "кто-то"]);
  });
});
