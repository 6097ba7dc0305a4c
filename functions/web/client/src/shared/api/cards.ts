import { useQueries, useQuery } from "@tanstack/react-query";
import { api, bodyOf, type Schemas } from "./client";

export type CardKind = Schemas["CardKind"];
export type CardRef = Schemas["CardView"];
export type Deal = Schemas["DealView"];
export type Contact = Schemas["ContactView"];
export type Company = Schemas["CompanyView"];
export type Lead = Schemas["LeadView"];
export type AnyCard = Deal | Contact | Company | Lead;

export const CARD_FOLDERS = {
  deal: "deals",
  contact: "contacts",
  company: "companies",
  lead: "leads",
} as const satisfies Record<CardKind, string>;

const MOST_AT_ONCE = 20;

export function cardText(card: CardRef): string {
  return `${card.kind}:${card.id}`;
}

export function isSameCard(one: CardRef, other: CardRef): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** The page of a card, for links whose kind is known only when they are drawn. */
export function cardPath(card: CardRef): string {
  return `/${CARD_FOLDERS[card.kind]}/${card.id}`;
}

/** The title of each card that the reader may see, by its text form; the others are left out. */
export function useCardTitles(cards: readonly CardRef[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(cards.map(cardText))].sort();
  const parts: string[][] = [];
  for (let start = 0; start < wanted.length; start += MOST_AT_ONCE)
    parts.push(wanted.slice(start, start + MOST_AT_ONCE));
  return useQueries({
    queries: parts.map((part) => ({
      queryKey: ["card-titles", part],
      queryFn: () =>
        bodyOf(api.GET("/api/crm/access", { params: { query: { cards: part.join(",") } } })),
      staleTime: 60_000,
    })),
    combine: (results) =>
      new Map(
        results.flatMap(
          (result) => result.data?.items.map((item) => [cardText(item.card), item.title]) ?? [],
        ) as [string, string][],
      ),
  });
}

/** All colleagues who can still sign in, by name. */
export function useColleagues(): readonly Schemas["PersonView"][] {
  const { data } = useQuery({
    queryKey: ["colleagues"],
    queryFn: allColleagues,
    staleTime: 5 * 60_000,
  });
  return data ?? [];
}

async function allColleagues(): Promise<Schemas["PersonView"][]> {
  const found: Schemas["PersonView"][] = [];
  let cursor: string | undefined;
  do {
    const page = await bodyOf(
      api.GET("/api/people/employees", { params: { query: { limit: 100, cursor } } }),
    );
    found.push(...page.items.filter((person) => person.active));
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}
