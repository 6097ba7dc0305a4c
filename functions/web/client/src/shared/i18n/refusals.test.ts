import { describe, expect, it } from "vitest";
import { refusalIn } from "./refusals";

describe("the portal's refusals", () => {
  it("are said in Russian, with what they name", () => {
    expect(refusalIn("ru", "This is no phone number. Write it as +7 912 345-67-89.")).toBe(
      "Это не номер телефона. Напишите его в виде +7 912 345-67-89.",
    );
    expect(refusalIn("ru", "Use at most 200 characters.")).toBe("Не больше 200 знаков.");
    expect(refusalIn("ru", "Take an address under demo.example.")).toBe(
      "Нужен адрес в домене demo.example.",
    );
    expect(refusalIn("ru", "There is no {mobile}. Use {name}, {phone}.")).toBe(
      "Подстановки {mobile} нет. Есть {name}, {phone}.",
    );
  });

  it("stay as they are in English, and where nobody knows them", () => {
    expect(refusalIn("en", "Write a subject.")).toBe("Write a subject.");
    expect(refusalIn("ru", "Something quite new.")).toBe("Something quite new.");
  });
});
