import { describe, expect, it } from "vitest";
import { inTurn } from "./use-bulk";

const going = () => false;

describe("many rows in turn", () => {
  it("are each done once, a few at a time, with progress", async () => {
    let running = 0;
    let most = 0;
    const seen: number[] = [];
    const outcome = await inTurn(
      [1, 2, 3, 4, 5, 6, 7],
      async (row) => {
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
        return row * 10;
      },
      going,
      (done) => seen.push(done),
    );
    expect([...outcome.results].sort((one, other) => one - other)).toEqual([
      10, 20, 30, 40, 50, 60, 70,
    ]);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it("go on past one that fails, and say why it did", async () => {
    const outcome = await inTurn(
      [1, 2, 3],
      (row) => (row === 2 ? Promise.reject(new Error("taken")) : Promise.resolve(row)),
      going,
      () => undefined,
    );
    expect(outcome.results).toEqual([1, 3]);
    expect(outcome.failures.map(({ error }) => error)).toEqual([new Error("taken")]);
  });

  it("end when they are stopped", async () => {
    let done = 0;
    const outcome = await inTurn(
      [1, 2, 3, 4, 5, 6, 7, 8],
      (row) => Promise.resolve(row),
      () => done >= 3,
      (count) => (done = count),
    );
    expect(outcome.results.length).toBeLessThan(8);
  });
});
