import { type CardRef, cardText } from "@/shared/api";
import type { Group } from "./queries";

const ORDER = ["sure", "likely", "possible"] as const;

/** The groups of all pages: one that goes on on the next page is one. */
export function joined(groups: readonly Group[]): Group[] {
  const found: Group[] = [];
  for (const group of groups) {
    const near = found.filter((one) => shareCard(one, group));
    const [first] = near;
    if (!first) {
      found.push(group);
      continue;
    }
    found[found.indexOf(first)] = [...near, group].reduce(both);
    for (const other of near.slice(1)) found.splice(found.indexOf(other), 1);
  }
  return found;
}

/** The other cards with which one of a group is paired. */
export function pairedWith(group: Group, card: CardRef): CardRef[] {
  const text = cardText(card);
  return group.pairs.flatMap(({ one, other }) => {
    if (cardText(one) === text) return [other];
    return cardText(other) === text ? [one] : [];
  });
}

/** What a group has in common, each thing once. */
export function reasons(group: Group): Group["pairs"][number]["by"] {
  const all = group.pairs.flatMap(({ by }) => by);
  // The name that is meant is read on the cards themselves.
  const key = ({ trait, value }: (typeof all)[number]) =>
    trait === "name" || trait === "similar_name" ? trait : `${trait} ${value}`;
  return [...new Map(all.map((each) => [key(each), each])).values()];
}

function shareCard(one: Group, other: Group): boolean {
  const texts = new Set(one.cards.map(({ card }) => cardText(card)));
  return other.cards.some(({ card }) => texts.has(cardText(card)));
}

function both(one: Group, other: Group): Group {
  const cards = [...one.cards, ...other.cards].map((card) => [cardText(card.card), card] as const);
  const pairs = [...one.pairs, ...other.pairs].map(
    (pair) => [`${cardText(pair.one)} ${cardText(pair.other)}`, pair] as const,
  );
  return {
    cards: [...new Map(cards).values()],
    pairs: [...new Map(pairs).values()],
    strength: ORDER.find((each) => [one.strength, other.strength].includes(each)) ?? "possible",
  };
}
