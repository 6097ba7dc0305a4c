import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, bodyOf, type CardRef, type Schemas } from "@/shared/api";
import { timelineKey } from "./cache";

export type Entry = Schemas["EntryView"];
export type EntryKind = Entry["kind"];

const LIMIT = 50;
const LOOK_EVERY_MS = 8_000;

/** What happened on a card, newest first. Whether something came is looked at every few seconds. */
export function useTimeline(card: CardRef, kind: EntryKind | undefined) {
  const timeline = useInfiniteQuery({
    queryKey: [...timelineKey(card), kind ?? null],
    queryFn: ({ pageParam: cursor }) => page(card, { kind, cursor, limit: LIMIT }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  useNews(card, kind, timeline.data?.pages[0]?.items[0]?.id);
  return timeline;
}

/** Reads the timeline anew once its newest entry is another: one small question instead of all its pages. */
function useNews(card: CardRef, kind: EntryKind | undefined, knownId: string | undefined): void {
  const client = useQueryClient();
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ["timeline-head", card.kind, card.id, kind ?? null],
    queryFn: () => page(card, { kind, limit: 1 }),
    refetchInterval: LOOK_EVERY_MS,
    refetchOnWindowFocus: "always",
    staleTime: LOOK_EVERY_MS,
  });
  const newestId = data?.items[0]?.id;
  useEffect(() => {
    if (newestId && knownId && newestId !== knownId)
      void client.invalidateQueries({ queryKey: timelineKey({ kind: card.kind, id: card.id }) });
  }, [client, card.kind, card.id, newestId, knownId, dataUpdatedAt]);
}

interface PageQuery {
  kind: EntryKind | undefined;
  cursor?: string;
  limit: number;
}

function page(card: CardRef, query: PageQuery) {
  const request = { params: { path: { card_id: card.id }, query } };
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

export function letterKey(id: string) {
  return ["letter", id] as const;
}

export function readLetter(id: string): Promise<Schemas["CommunicationView"]> {
  const path = { communication_id: id };
  return bodyOf(api.GET("/api/communications/{communication_id}", { params: { path } }));
}
