import { describe, expect, it } from "vitest";
import { kindsOf, put, weekdays } from "./kinds";

describe("kinds", () => {
  it("adds a kind once and takes it away", () => {
    expect(put(["letter", "file"], "letter", true)).toEqual(["file", "letter"]);
    expect(put(["letter", "file"], "letter", false)).toEqual(["file"]);
  });
  it("offers what is told to heads and owners to them alone", () => {
    expect(kindsOf(["employee"])).toContain("answer_overdue");
    expect(kindsOf(["employee"])).not.toContain("team_answer_overdue");
    expect(kindsOf(["head"])).toContain("team_answer_overdue");
    expect(kindsOf(["owner"]).at(-1)).toBe("mailbox_silent");
  });
  it("begins the week on Monday", () => {
    expect(weekdays("ru")[0]).toBe("пн");
    expect(weekdays("en")[6]).toBe("Sun");
  });
});
