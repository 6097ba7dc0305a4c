import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { CardRef, Schemas } from "@/shared/api";

type Entry = Schemas["EntryView"];
type Pages = InfiniteData<Schemas["PageView_EntryView_"], string | undefined>;

/** Every list of a card's timeline, whatever it is filtered by. */
export function timelineKey(card: CardRef) {
  return ["timeline", card.kind, card.id] as const;
}

/** Puts an entry on top of those lists that show its kind, once. */
export function withEntry(client: QueryClient, card: CardRef, entry: Entry): void {
  change(client, card, (pages, kind) => {
    const [first, ...rest] = pages.pages;
    const shown = kind === null || kind === entry.kind;
    if (!first || !shown || holds(pages, entry.id)) return pages;
    return { ...pages, pages: [{ ...first, items: [entry, ...first.items] }, ...rest] };
  });
}

export function withoutEntry(client: QueryClient, card: CardRef, id: string): void {
  change(client, card, (pages) => ({
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.filter((entry) => entry.id !== id),
    })),
  }));
}

function holds(pages: Pages, id: string): boolean {
  return pages.pages.some((page) => page.items.some((entry) => entry.id === id));
}

function change(
  client: QueryClient,
  card: CardRef,
  by: (pages: Pages, kind: string | null) => Pages,
): void {
  const lists = client.getQueriesData<Pages>({ queryKey: timelineKey(card) });
  for (const [key, pages] of lists)
    if (pages) client.setQueryData(key, by(pages, key[3] as string | null));
}
