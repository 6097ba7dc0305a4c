import { describe, expect, it } from "vitest";
import { ProblemError } from "@/shared/api";
import { patched, savedOver } from "./versions";

const card = { id: "1", title: "Пресс", own: { a: "1", b: "2" } as Record<string, string> };

describe("a change of an own field", () => {
  it("leaves the other own fields on the card that is shown meanwhile", () => {
    expect(patched(card, { own: { a: "3" } })).toEqual({ ...card, own: { a: "3", b: "2" } });
    expect(patched(card, { title: "Станок" })).toEqual({ ...card, title: "Станок" });
  });

  it("is saved over somebody's change of another own field, and not over one of the same", async () => {
    const save = (own: Record<string, string>) => {
      let tries = 0;
      const once = () =>
        ++tries === 1 ? Promise.reject(new ProblemError(412, "")) : Promise.resolve(card);
      const theirs = () => Promise.resolve({ ...card, own });
      return savedOver({ own: { a: "3" } }, card, once, theirs);
    };
    await expect(save({ a: "1", b: "4" })).resolves.toEqual(card);
    await expect(save({ a: "5", b: "2" })).rejects.toMatchObject({ name: "ChangedMeanwhile" });
  });
});
