import { describe, expect, it } from "vitest";
import { matching } from "./template-menu";

const template = (name: string, personal: boolean, subject = "") => ({
  id: name,
  name,
  subject,
  personal,
  department_ids: [],
  archived: false,
  editable: true,
  changed_at: null,
});

describe("templates offered to a letter", () => {
  const all = [template("Договор", false, "Проект договора"), template("Счёт", true)];

  it("are one's own first", () => {
    expect(matching(all, "").map(({ name }) => name)).toEqual(["Счёт", "Договор"]);
  });

  it("have each of the words in name or subject, whatever its case", () => {
    expect(matching(all, "ДОГ проект").map(({ name }) => name)).toEqual(["Договор"]);
    expect(matching(all, "счёт договор")).toEqual([]);
  });
});
