import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { followChange } from "./follow";

describe("what is made of events", () => {
  it("is read at once and again until the change must stand in it", () => {
    vi.useFakeTimers();
    const client = new QueryClient();
    const asked = vi.spyOn(client, "invalidateQueries").mockResolvedValue();
    followChange(client, ["timeline", "deal", "D"]);
    vi.advanceTimersByTime(0);
    expect(asked).toHaveBeenCalledExactlyOnceWith({ queryKey: ["timeline", "deal", "D"] });
    vi.advanceTimersByTime(10_000);
    expect(asked.mock.calls.length).toBeGreaterThan(2);
    vi.useRealTimers();
  });
});
