import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { type AnyCard, type CardKind, type CardRef } from "../../api/cards";
import { api, bodyOf, type Schemas } from "../../api/client";

/** The kinds of which cards are compared. */
export type Compared = Exclude<CardKind, "deal">;

const at = (card_id: string) => ({ params: { path: { card_id } } });

type Told = Schemas["ApartBody"];

const APART: Record<Compared, (id: string, body: Told) => Promise<unknown>> = {
  contact: (id, body) => bodyOf(api.POST("/api/crm/contacts/{card_id}/apart", { ...at(id), body })),
  company: (id, body) =>
    bodyOf(api.POST("/api/crm/companies/{card_id}/apart", { ...at(id), body })),
  lead: (id, body) => bodyOf(api.POST("/api/crm/leads/{card_id}/apart", { ...at(id), body })),
};

const merging = (id: string, other_id: string, take: string[]) => ({
  ...at(id),
  body: { other_id, take },
});

type Merge = (id: string, other: string, take: string[]) => Promise<Schemas["MergedView"]>;

const MERGE: Record<CardKind, Merge> = {
  deal: (...of) => bodyOf(api.POST("/api/crm/deals/{card_id}/merge", merging(...of))),
  contact: (...of) => bodyOf(api.POST("/api/crm/contacts/{card_id}/merge", merging(...of))),
  company: (...of) => bodyOf(api.POST("/api/crm/companies/{card_id}/merge", merging(...of))),
  lead: (...of) => bodyOf(api.POST("/api/crm/leads/{card_id}/merge", merging(...of))),
};

const UNMERGE: Record<CardKind, (id: string) => Promise<Schemas["UnmergedView"]>> = {
  deal: (id) => bodyOf(api.POST("/api/crm/deals/{card_id}/unmerge", at(id))),
  contact: (id) => bodyOf(api.POST("/api/crm/contacts/{card_id}/unmerge", at(id))),
  company: (id) => bodyOf(api.POST("/api/crm/companies/{card_id}/unmerge", at(id))),
  lead: (id) => bodyOf(api.POST("/api/crm/leads/{card_id}/unmerge", at(id))),
};

const READ: Record<CardKind, (id: string) => Promise<AnyCard>> = {
  deal: (id) => bodyOf(api.GET("/api/crm/deals/{card_id}", at(id))),
  contact: (id) => bodyOf(api.GET("/api/crm/contacts/{card_id}", at(id))),
  company: (id) => bodyOf(api.GET("/api/crm/companies/{card_id}", at(id))),
  lead: (id) => bodyOf(api.GET("/api/crm/leads/{card_id}", at(id))),
};

/** The cards as they are now, none of them kept from before. */
export function useWholeCards(cards: readonly CardRef[]) {
  return useQueries({
    queries: cards.map(({ kind, id }) => ({
      queryKey: ["merging", kind, id],
      queryFn: () => READ[kind](id),
      staleTime: 0,
      gcTime: 0,
    })),
    combine: (results) => ({
      records: results.flatMap(({ data }) => data ?? []),
      error: results.find(({ error }) => error)?.error ?? null,
      retry: () => void Promise.all(results.map((result) => result.refetch())),
    }),
  });
}

/** So many pairs, or more: they are not counted any further. */
export const MOST_COUNTED = 100;

/** How many pairs of cards of each kind seem to be one, as far as the reader sees both, up to `MOST_COUNTED`. */
export function useDuplicateCounts() {
  return useQuery({
    queryKey: ["duplicates", "counts"],
    queryFn: () => bodyOf(api.GET("/api/crm/duplicates/counts")),
    staleTime: 60_000,
  });
}

/** What one does with cards that are one, or were taken for one. */
export function usePairs() {
  const client = useQueryClient();
  const done = async <T>(work: Promise<T>): Promise<T> => {
    const answer = await work;
    await client.invalidateQueries();
    return answer;
  };
  return {
    /** Says that two cards are not one; with `apart` false takes that back. */
    tellApart: (one: CardRef, other: CardRef, isApart = true) =>
      done(
        APART[one.kind as Compared](one.id, {
          other_id: other.id,
          other_kind: other.kind as Compared,
          apart: isApart,
        }),
      ),
    merge: (stays: CardRef, goes: CardRef, take: string[]) =>
      MERGE[stays.kind](stays.id, goes.id, take),
    unmerge: (card: CardRef) => done(UNMERGE[card.kind](card.id)),
    /** Lets everything that is shown be read again. */
    refresh: () => client.invalidateQueries(),
  };
}
