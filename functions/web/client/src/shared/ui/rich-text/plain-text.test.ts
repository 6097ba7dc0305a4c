import { describe, expect, it } from "vitest";
import { htmlOfText, plainTextOf } from "./plain-text";

describe("a letter's markup as text", () => {
  it("keeps paragraphs, lists, quotes and where links lead", () => {
    const text = plainTextOf(
      `<p>Добрый день!<br>Вот <a href="https://a.example/kp">предложение</a>.</p>
       <ul><li><p>один</p></li><li><p>два</p><ol><li><p>внутри</p></li></ol></li></ul>
       <blockquote><p>Когда?</p><p>Ждём</p></blockquote><p><strong>Анна</strong></p>`.replaceAll(
        /\n\s+/g,
        "",
      ),
    );
    expect(text).toBe(
      "Добрый день!\nВот предложение <https://a.example/kp>.\n\n- один\n- два\n  1. внутри\n\n" +
        "> Когда?\n>\n> Ждём\n\nАнна",
    );
  });

  it("does not say an address twice", () => {
    expect(plainTextOf('<p><a href="mailto:a@b.example">a@b.example</a></p>')).toBe("a@b.example");
  });

  it("comes back as what it was", () => {
    const text = "Цена < 5 & > 3\nвторая строка\n\nвторой абзац";
    expect(plainTextOf(htmlOfText(text))).toBe(text);
  });
});
