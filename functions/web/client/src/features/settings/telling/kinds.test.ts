import { describe, expect, it } from "vitest";
import { put, weekdays } from "./kinds";

describe("kinds", () => {
  it("adds a kind once and takes it away", () => {
    expect(put(["letter", "file"], "letter", true)).toEqual(["file", "letter"]);
    expect(put(["letter", "file"], "letter", false)).toEqual(["file"]);
  });
  it("begins the week on Monday", () => {
    expect(weekdays("ru")[0]).toBe("пн");
    expect(weekdays("en")[6]).toBe("Sun");
  });
});
