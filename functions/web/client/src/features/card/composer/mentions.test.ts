import { describe, expect, it } from "vitest";
import { maySee, mentionAt, mentionedIn, namesLike } from "./mentions";

const person = (id: string, name: string, more = {}) => ({
  id,
  name,
  roles: ["employee" as const],
  department_ids: [] as string[],
  headed_department_ids: [] as string[],
  ...more,
});
const ANNA = person("1", "Анна Белова");
const ANNA_M = person("2", "Анна Белова-Мартынова");
const PETR = person("3", "Пётр Орлов", { headed_department_ids: ["S"] });

describe("mentions", () => {
  it("begin with an @ at a word's beginning, and take a surname too", () => {
    expect(mentionAt("Спросим @Ан", 11)).toEqual({ from: 8, typed: "Ан" });
    expect(mentionAt("@Анна Бе", 8)).toEqual({ from: 0, typed: "Анна Бе" });
    expect(mentionAt("petr@ladoga", 11)).toBeNull();
    expect(mentionAt("@Анна Белова, см", 16)).toBeNull();
  });

  it("are offered by any word of the name, ё or е", () => {
    expect(namesLike([ANNA, PETR], "орл")).toEqual([PETR]);
    expect(namesLike([ANNA, PETR], "петр")).toEqual([PETR]);
  });

  it("are whom the text calls, the longer of two like names", () => {
    expect(mentionedIn("@Анна Белова-Мартынова, взгляните", [ANNA, ANNA_M])).toEqual([ANNA_M]);
    expect(mentionedIn("@Пётр Орлов и @Анна Белова", [ANNA, ANNA_M, PETR])).toEqual([ANNA, PETR]);
  });

  it("are only of those who may see the card", () => {
    expect(maySee(PETR, ["employee:9", "head:S"])).toBe(true);
    expect(maySee(ANNA, ["employee:9", "head:S", "role:owner"])).toBe(false);
  });
});
