import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";

/** What a template may name, in the order in which it is offered. */
export const PLACEHOLDERS = [
  "recipient.called",
  "recipient.name",
  "recipient.company",
  "card.title",
  "card.amount",
  "card.stage",
  "me.name",
  "me.position",
  "me.phone",
  "me.email",
  "today",
] as const;

export type PlaceholderName = (typeof PLACEHOLDERS)[number];
export type Named = Readonly<Record<PlaceholderName, string>>;

const BRACED = /{{\s*([^{}]*?)\s*}}/g;

/** What stands in double braces in a text, each once. */
export function bracedIn(text: string): string[] {
  return [...new Set([...text.matchAll(BRACED)].map(([, name]) => name ?? ""))];
}

/** The text with its placeholders called as the reader calls them; what is none stays as it is. */
export function inWords(text: string, named: Named): string {
  return text.replace(BRACED, (whole, name: string) =>
    Object.hasOwn(named, name) ? `{{${named[name as PlaceholderName]}}}` : whole,
  );
}

/** The same text as it is kept. */
export function inNames(text: string, named: Named): string {
  return text.replace(BRACED, (whole, word: string) => {
    const name = PLACEHOLDERS.find((each) => named[each] === word);
    return name ? `{{${name}}}` : whole;
  });
}

/** The placeholders in the reader's language, and texts translated between it and what is kept. */
export function usePlaceholders() {
  const { t } = useTranslation("templates");
  const named = useMemo(
    () => Object.fromEntries(PLACEHOLDERS.map((name) => [name, t(`word_${name}`)])) as Named,
    [t],
  );
  const toWords = useCallback((text: string) => inWords(text, named), [named]);
  const toNames = useCallback((text: string) => inNames(text, named), [named]);
  return { named, toWords, toNames };
}
