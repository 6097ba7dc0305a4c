import { describe, expect, it, vi } from "vitest";
import { ProblemError } from "@/shared/api";
import { ChangedMeanwhile, savedOver } from "./versions";

const BEFORE = { title: "Пресс", amount: "1" };
const stale = () => Promise.reject(new ProblemError(412, ""));

describe("saving a card that another has changed", () => {
  it("goes through where he changed something else", async () => {
    const saved = { title: "Линия", amount: "2" };
    const save = vi.fn().mockImplementationOnce(stale).mockResolvedValue(saved);
    const read = () => Promise.resolve({ title: "Пресс", amount: "2" });
    expect(await savedOver({ title: "Линия" }, BEFORE, save, read)).toBe(saved);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it("stops with his where it is the same field", async () => {
    const theirs = { title: "Экструдер", amount: "1" };
    const saving = savedOver({ title: "Линия" }, BEFORE, stale, () => Promise.resolve(theirs));
    await expect(saving).rejects.toThrow(ChangedMeanwhile);
    await expect(saving).rejects.toMatchObject({ theirs, cause: { status: 412 } });
  });

  it("does not try for ever, and passes on any other refusal", async () => {
    const save = vi.fn(stale);
    await expect(
      savedOver({ title: "Линия" }, BEFORE, save, () => Promise.resolve(BEFORE)),
    ).rejects.toMatchObject({ status: 412 });
    expect(save).toHaveBeenCalledTimes(3);
    const refused = () => Promise.reject(new ProblemError(422, ""));
    await expect(
      savedOver({ title: "" }, BEFORE, refused, () => Promise.resolve(BEFORE)),
    ).rejects.toMatchObject({ status: 422 });
  });
});
