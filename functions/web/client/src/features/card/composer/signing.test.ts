import { describe, expect, it } from "vitest";
import { speaksOfFiles, withSignature } from "./signing";

describe("signing", () => {
  it("puts the signature under the words, in both forms of the letter", () => {
    expect(
      withSignature(
        { text: "Да", html: "<p>Да</p>" },
        "<p>Иван<br><b>Отдел</b> &lt;продаж&gt;</p>",
      ),
    ).toEqual({
      text: "Да\n\n-- \nИван\nОтдел <продаж>",
      html: "<p>Да</p><p>Иван<br><b>Отдел</b> &lt;продаж&gt;</p>",
    });
  });

  it("notices that a letter speaks of a file", () => {
    expect(speaksOfFiles("Добрый день! Во вложении прайс-лист.")).toBe(true);
    expect(speaksOfFiles("Прилагаю договор")).toBe(true);
    expect(speaksOfFiles("See the attached offer")).toBe(true);
    expect(speaksOfFiles("Привезём 12 числа, приложение на телефоне работает")).toBe(false);
  });
});
