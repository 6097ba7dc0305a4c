import { afterEach, describe, expect, it, vi } from "vitest";
import { refusalWords } from "./refusal-words";

afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock("./refusals");
  vi.resetModules();
});

async function said(language: string, sentence: string): Promise<string | undefined> {
  return (await refusalWords(language))?.(sentence);
}

describe("the portal's refusals", () => {
  it("are said in Russian, with what they name", async () => {
    expect(await said("ru", "This is no phone number. Write it as +7 912 345-67-89.")).toBe(
      "Это не номер телефона. Напишите его в виде +7 912 345-67-89.",
    );
    expect(await said("ru", "Use at most 200 characters.")).toBe("Не больше 200 знаков.");
    expect(await said("ru", "Take an address under demo.example.")).toBe(
      "Нужен адрес в домене demo.example.",
    );
    expect(await said("ru", "There is no {mobile}. Use {name}, {phone}.")).toBe(
      "Подстановки {mobile} нет. Есть {name}, {phone}.",
    );
  });

  it("stay as they are in English, and where nobody knows them", async () => {
    expect(await said("en", "Write a subject.")).toBe("Write a subject.");
    expect(await said("ru", "Something quite new.")).toBe("Something quite new.");
  });

  it("have no words while those cannot be fetched", async () => {
    vi.doMock("./refusals", () => {
      throw new Error("offline");
    });
    const fresh = await import("./refusal-words");
    expect(await fresh.refusalWords("ru")).toBeNull();
    expect((await fresh.refusalWords("en"))?.("Write a subject.")).toBe("Write a subject.");
  });
});
