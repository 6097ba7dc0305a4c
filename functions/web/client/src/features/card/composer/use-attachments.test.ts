import { describe, expect, it } from "vitest";
import { fitting, MAX_TOTAL_BYTES } from "./use-attachments";

const file = (name: string, size: number) => ({ name, size });

describe("a letter's files", () => {
  it("are taken as far as they fit together, the others refused with their reason", () => {
    const { taken, refused } = fitting(
      [file("a", MAX_TOTAL_BYTES - 10), file("big", 11), file("b", 10), file("empty", 0)],
      [],
    );
    expect(taken.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(refused).toEqual([
      { name: "big", why: "size" },
      { name: "empty", why: "empty" },
    ]);
  });

  it("are twenty at most", () => {
    const { taken, refused } = fitting(
      [file("20th", 1), file("21st", 1)],
      Array.from({ length: 19 }, () => file("x", 1)),
    );
    expect(taken).toHaveLength(1);
    expect(refused).toEqual([{ name: "21st", why: "many" }]);
  });
});
