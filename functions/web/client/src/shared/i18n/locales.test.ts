import IntlMessageFormat from "intl-messageformat";
import { describe, expect, it } from "vitest";

type Messages = Record<string, string>;

const files = import.meta.glob<Messages>(["./locales/*/*.ts", "../../features/*/locales/*.ts"], {
  import: "default",
  eager: true,
});
const CYRILLIC = /[а-яё]/i;

function placeholders(message: string, language: string): string[] {
  const names = new Set<string>();
  const walk = (parts: unknown): void => {
    JSON.stringify(parts, (_key, value: unknown) => {
      const part = value as { type?: number; value?: string };
      if (typeof value === "object" && value !== null && (part.type ?? 0) > 0 && part.type !== 7)
        if (typeof part.value === "string") names.add(part.value);
      return value;
    });
  };
  walk(new IntlMessageFormat(message, language).getAst());
  return [...names].sort();
}

describe.each(Object.keys(files).filter((path) => path.endsWith("/ru.ts")))("%s", (path) => {
  const ru = files[path] ?? {};
  const en = files[path.replace("/ru.ts", "/en.ts")] ?? {};

  it("has the messages of the English file with the same values to fill in", () => {
    expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort());
    for (const key of Object.keys(en))
      expect([key, placeholders(ru[key] ?? "", "ru")]).toEqual([
        key,
        placeholders(en[key] ?? "", "en"),
      ]);
  });

  it("keeps English free of Russian", () => {
    for (const message of Object.values(en)) expect(message).not.toMatch(CYRILLIC);
  });
});
