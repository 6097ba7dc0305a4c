import { describe, expect, it } from "vitest";
import type { OwnField, OwnType, OwnValue } from "../../api";
import { formatsOf } from "../../i18n";
import { carriedFields } from "../convert/carried-fields";
import { ownText } from "./own-text";

function field(type: OwnType, name = "Поле"): OwnField {
  return {
    id: `${type} ${name}`,
    kind: "deal",
    type,
    name,
    help: null,
    group: null,
    required: false,
    personal: false,
    hidden: false,
    options: [
      { id: "1", name: "Красный", retired: true },
      { id: "2", name: "Синий", retired: false },
    ],
    pipeline_ids: [],
  };
}

const words = {
  formats: formatsOf("ru", "America/New_York"),
  nameOf: (id: string) => `сотрудник ${id}`,
  yes: "Да",
  no: "Нет",
};
const read = (type: OwnType, value: OwnValue) =>
  ownText(field(type), value, words).replace(/\s/g, " ");

describe("the value of an own field", () => {
  it("is read as people write it, a date in every zone as the same day", () => {
    expect(read("number", "1234567890123.5")).toBe("1 234 567 890 123,5");
    expect(read("money", { amount: "150000.50", currency: "RUB" })).toBe("150 000,50 ₽");
    expect(read("date", "2027-03-01")).toBe("1 марта 2027 г.");
    expect(read("link", "https://disk.example/folder/")).toBe("disk.example/folder");
    expect(read("person", "7")).toBe("сотрудник 7");
    expect(read("yes_no", false)).toBe("Нет");
  });

  it("names options, retired ones too, and says nothing of nothing", () => {
    expect(read("choice", "1")).toBe("Красный");
    expect(read("choices", ["2", "1"])).toBe("Синий, Красный");
    expect(read("choices", null)).toBe("");
  });
});

describe("a lead that is converted", () => {
  it("takes along what has a field of the same name and type, and no file", () => {
    const fields = [field("text", "Цвет"), field("number", "Вес"), field("file", "Договор")];
    const targets = [field("text", "цвет"), field("text", "Вес"), field("file", "Договор")];
    expect(carriedFields(fields, targets).map(({ name }) => name)).toEqual(["Цвет"]);
  });
});
