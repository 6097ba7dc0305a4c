import { describe, expect, it } from "vitest";
import type { Person } from "@/shared/api";
import { isShown } from "./people-filter";

const anna = {
  name: "Анна Ёлкина-Щукина",
  job_title: "Ведущий инженер",
  email: "anna@demo.example",
  department_ids: ["D1"],
  active: true,
} as Person;

describe("the directory's filter", () => {
  it.each(["анна", "елк", "щук анн", "ведущ", "anna@", "  "])("finds her by %j", (q) => {
    expect(isShown(anna, { q })).toBe(true);
  });

  it.each(["нна", "борис", "анна борис"])("does not find her by %j", (q) => {
    expect(isShown(anna, { q })).toBe(false);
  });

  it("keeps to a department, and leaves out who has left unless asked", () => {
    expect(isShown(anna, { department: "D1" })).toBe(true);
    expect(isShown(anna, { department: "D2" })).toBe(false);
    const gone = { ...anna, active: false };
    expect([isShown(gone, {}), isShown(gone, { gone: true })]).toEqual([false, true]);
  });
});
