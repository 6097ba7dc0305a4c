import { describe, expect, it } from "vitest";
import { foldHistory, partQuote } from "./letter-history";

function folded(html: string) {
  const page = new DOMParser().parseFromString(html, "text/html");
  foldHistory(page, "Earlier");
  const fold = page.querySelector("details");
  const inside = fold?.textContent ?? null;
  fold?.remove();
  return { inside, outside: page.body.textContent.trim() };
}

describe("the history of a letter", () => {
  it("is a quote at its end, with the line that says whose", () => {
    const { inside, outside } = folded(
      `<div><p>Да.</p><p>24.11, Анна:</p><blockquote>Когда?<blockquote>Раньше</blockquote></blockquote></div>`,
    );
    expect(outside).toBe("Да.");
    expect(inside).toBe("···24.11, Анна:Когда?Раньше");
  });

  it("is what Outlook copies beneath, at whatever depth", () => {
    const { inside, outside } = folded(
      `<div><p>Да.</p><div><p><b>От:</b> Анна<br><b>Отправлено:</b> вчера</p></div></div><p>Когда?</p>`,
    );
    expect(outside).toBe("Да.");
    expect(inside).toContain("От: Анна");
    expect(inside).toContain("Когда?");
  });

  it("is not what is answered line by line, nor the whole of a letter sent on", () => {
    expect(folded(`<blockquote>Когда?</blockquote><p>Завтра.</p>`).inside).toBeNull();
    expect(folded(`<blockquote>Всё письмо</blockquote>`).inside).toBeNull();
  });

  it("in a plain text is the lines with a mark at its end", () => {
    expect(partQuote("Да.\n\nАнна <a@b.example>:\n> Когда?\n>\n> Ждём")).toEqual({
      text: "Да.",
      history: "Анна <a@b.example>:\n> Когда?\n>\n> Ждём",
    });
    expect(partQuote("> Когда?\nДа.")).toEqual({ text: "> Когда?\nДа.", history: "" });
    expect(partQuote("> всё")).toEqual({ text: "> всё", history: "" });
  });
});
