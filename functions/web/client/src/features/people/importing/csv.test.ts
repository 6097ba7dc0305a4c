import { describe, expect, it } from "vitest";
import { cellsOf, csvOf, decoded } from "./csv";
import { columnsOf, rowOf } from "./rows";

describe("a list of employees", () => {
  it("is read in either encoding", () => {
    const cyrillic = new Uint8Array([0xc0, 0xed, 0xed, 0xe0]);
    expect(decoded(cyrillic.buffer)).toBe("Анна");
    expect(decoded(new TextEncoder().encode("Анна").buffer)).toBe("Анна");
  });

  it("keeps quotes, separators and line breaks that are in a cell", () => {
    expect(cellsOf('Имя;Почта\r\n"Ёлкина; ""Анна""";a@x.ru\r\n"две\nстроки";b@x.ru\n\n')).toEqual([
      ["Имя", "Почта"],
      ['Ёлкина; "Анна"', "a@x.ru"],
      ["две\nстроки", "b@x.ru"],
    ]);
    expect(cellsOf("name,email\nA,a@x.ru")[1]).toEqual(["A", "a@x.ru"]);
  });

  it("finds its columns by their names and the roles by theirs", () => {
    const columns = columnsOf(["\uFEFFФИО", "E-mail", "Отдел", "Роли", "Руководит"]);
    expect(columns && rowOf(["Анна", "a@x.ru", "Сбыт", "Кадры, сотрудник", "да"], columns)).toEqual(
      {
        name: "Анна",
        email: "a@x.ru",
        phone: "",
        department: "Сбыт",
        job_title: "",
        roles: ["hr", "employee"],
        heads: true,
      },
    );
    expect(columnsOf(["Отдел", "Почта"])).toBeNull();
  });

  it("is given back with no cell that a table would count", () => {
    expect(csvOf([["=1+1", 'a"b']])).toBe('\uFEFF"\'=1+1";"a""b"\r\n');
  });
});
