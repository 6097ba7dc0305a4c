import { useInfiniteQuery } from "@tanstack/react-query";
import { api, bodyOf, type CardRef, type Schemas } from "@/shared/api";

export type Entry = Schemas["EntryView"];
export type EntryKind = Entry["kind"];

const LIMIT = 50;
const EVERY_MS = 30_000;

/** What happened on a card, newest first; asked anew now and then, since letters come by themselves. */
export function useTimeline(card: CardRef, kind: EntryKind | undefined) {
  return useInfiniteQuery({
    queryKey: ["timeline", card.kind, card.id, kind ?? null],
    queryFn: ({ pageParam: cursor }) => page(card, kind, cursor),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: EVERY_MS,
  });
}

function page(card: CardRef, kind: EntryKind | undefined, cursor: string | undefined) {
  const request = {
    params: { path: { card_id: card.id }, query: { kind, cursor, limit: LIMIT } },
  };
  switch (card.kind) {
    case "deal":
      return bodyOf(api.GET("/api/crm/deals/{card_id}/timeline", request));
    case "contact":
      return bodyOf(api.GET("/api/crm/contacts/{card_id}/timeline", request));
    case "company":
      return bodyOf(api.GET("/api/crm/companies/{card_id}/timeline", request));
    case "lead":
      return bodyOf(api.GET("/api/crm/leads/{card_id}/timeline", request));
  }
}
