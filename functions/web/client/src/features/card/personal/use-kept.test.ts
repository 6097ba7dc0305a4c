import { describe, expect, it } from "vitest";
import { keptOf, together } from "./use-kept";

describe("What is kept", () => {
  it("is counted, and begins with the oldest that is known", () => {
    expect(keptOf(["2026-03-02", "2026-01-05"], null)).toEqual({
      count: 2,
      more: false,
      since: "2026-01-05",
    });
  });

  it("of two sorts begins with the older one, and of nothing with neither", () => {
    const nothing = keptOf([], null);
    expect(together(nothing, nothing).since).toBeNull();
    expect(together(keptOf(["2026-03-02"], "next"), keptOf(["2026-02-01"], null))).toEqual({
      count: 2,
      more: true,
      since: "2026-02-01",
    });
  });
});
