import type { AnyCard } from "../../api/cards";

const CHOSEN = [
  "title",
  "name",
  "tax_id",
  "company_id",
  "job_title",
  "source",
  "amount",
  "description",
] as const;
const UNITED = ["emails", "phones", "handles", "domains", "contact_ids"] as const;

export const OWN = "own.";

/** The names of fields that cards are merged by; an own field is `own.<id>`. */
export type MergedField = (typeof CHOSEN)[number] | (typeof UNITED)[number];

/** What a card says in a field. */
export function valueOf(card: AnyCard, name: string): unknown {
  if (name.startsWith(OWN)) return card.own?.[name.slice(OWN.length)];
  return (card as unknown as Record<string, unknown>)[name];
}

/** The fields in which at least two cards say something, and not the same: there one has to choose. */
export function toChoose(cards: readonly AnyCard[]): string[] {
  const own = [...new Set(cards.flatMap((card) => Object.keys(card.own ?? {})))].sort();
  return [...CHOSEN, ...own.map((id) => `${OWN}${id}`)].filter(
    (name) => new Set(filled(cards, name)).size > 1,
  );
}

/** The lists of which the card that stays will have all. */
export function toUnite(cards: readonly AnyCard[]): MergedField[] {
  return UNITED.filter((name) => filled(cards, name).length > 0);
}

/** Whose value of a field stays while nobody has chosen: that of the card that stays, or the first there is. */
export function firstChoice(cards: readonly AnyCard[], stays: number, name: string): number {
  const has = (card: AnyCard | undefined) => card !== undefined && isFilled(valueOf(card, name));
  return has(cards[stays]) ? stays : Math.max(0, cards.findIndex(has));
}

function filled(cards: readonly AnyCard[], name: string): string[] {
  return cards
    .map((card) => valueOf(card, name))
    .filter(isFilled)
    .map((value) => JSON.stringify(value));
}

/** Whether there is a value at all. */
export function isFilled(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== "";
}
