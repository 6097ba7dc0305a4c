import { describe, expect, it } from "vitest";
import { letterFault } from "./letter-fault";

const GOOD = { to: ["a@b.example"], cc: [], bcc: [], subject: "Срок", text: "Да.", going: 0 };

describe("a letter before it goes", () => {
  it("is let go when nothing is amiss", () => {
    expect(letterFault(GOOD)).toBeNull();
  });

  it.each([
    [{ to: [] }, "letterNoRecipient"],
    [{ to: ["a@b.example", "вася"] }, "letterWrongRecipient"],
    [{ cc: ["вася"] }, "letterWrongRecipient"],
    [{ bcc: ["вася"] }, "letterWrongRecipient"],
    [{ cc: Array.from({ length: 50 }, (_, n) => `a${n}@b.example`) }, "letterTooMany"],
    [{ subject: " " }, "letterNoSubject"],
    [{ text: "" }, "letterNoText"],
    [{ text: "a".repeat(50_001) }, "letterTooLong"],
    [{ going: 1 }, "letterFilesGoing"],
  ])("is kept back where %o", (part, message) => {
    expect(letterFault({ ...GOOD, ...part })?.message).toBe(message);
  });
});
