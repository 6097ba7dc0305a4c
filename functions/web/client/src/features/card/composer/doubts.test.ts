import { describe, expect, it } from "vitest";
import { doubtsOf } from "./doubts";
import { withTemplate } from "./use-template";

const READY = { subject: "Срок", text: "Пришлю завтра.", files: 0 };

describe("a letter about to go", () => {
  it("goes when nothing is odd", () => {
    expect(doubtsOf(READY)).toEqual([]);
  });

  it("never takes a placeholder along unasked, in the text or in the subject", () => {
    expect(doubtsOf({ ...READY, text: "Добрый день, {{Имя}}!" })).toEqual(["unfilled"]);
    expect(doubtsOf({ ...READY, subject: "{{card.title}}" })).toEqual(["unfilled"]);
  });

  it("is asked about a file that it speaks of", () => {
    expect(doubtsOf({ ...READY, text: "Счёт прилагаю." })).toEqual(["noFile"]);
    expect(doubtsOf({ ...READY, text: "Счёт прилагаю.", files: 1 })).toEqual([]);
  });
});

describe("a template in a letter", () => {
  const filled = { subject: "Предложение", html: "<p>Шаблон</p>" };

  it("is the letter where nothing was written", () => {
    expect(withTemplate({ subject: "", html: "" }, filled)).toEqual(filled);
  });

  it("takes nothing away of what was", () => {
    expect(withTemplate({ subject: "Re: Срок", html: "<p>Да.</p>" }, filled)).toEqual({
      subject: "Re: Срок",
      html: "<p>Да.</p><p>Шаблон</p>",
    });
  });
});
