import { describe, expect, it, vi } from "vitest";
import { spokenFrom } from "@/shared/testing/reach";

const made = vi.hoisted(() => new Map<string, readonly string[]>());

vi.mock("./page", () => ({
  page: (load: () => unknown, _name: string, words: readonly string[]) => {
    const [, path = ""] = /"([^"]*\/[^"]+)"/.exec(load.toString()) ?? [];
    made.set(path, words);
    return () => null;
  },
}));

await import("./router");

describe("a page", () => {
  it.each([...made])("comes with all the words of %s", (path, words) => {
    const spoken = spokenFrom(path);
    spoken.delete("common");
    expect([...spoken].sort()).toEqual([...words].sort());
  });

  it("is every one of the router's", () => {
    expect(made.size).toBeGreaterThan(15);
  });
});
