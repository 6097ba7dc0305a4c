import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, bodyOf, type CardKind, type CardRef, type Schemas } from "@/shared/api";

type Compared = Exclude<CardKind, "deal">;

const at = (card_id: string) => ({ params: { path: { card_id } } });

const ALIKE: Record<Compared, (id: string) => Promise<Schemas["AlikeList"]>> = {
  contact: (id) => bodyOf(api.GET("/api/crm/contacts/{card_id}/duplicates", at(id))),
  company: (id) => bodyOf(api.GET("/api/crm/companies/{card_id}/duplicates", at(id))),
  lead: (id) => bodyOf(api.GET("/api/crm/leads/{card_id}/duplicates", at(id))),
};

const apart = (id: string, other_id: string) => ({ ...at(id), body: { other_id, apart: true } });

const APART: Record<Compared, (id: string, other: string) => Promise<unknown>> = {
  contact: (...of) => bodyOf(api.POST("/api/crm/contacts/{card_id}/apart", apart(...of))),
  company: (...of) => bodyOf(api.POST("/api/crm/companies/{card_id}/apart", apart(...of))),
  lead: (...of) => bodyOf(api.POST("/api/crm/leads/{card_id}/apart", apart(...of))),
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

/** Cards that seem to be the same as this one; deals are not compared. */
export function useAlike({ kind, id }: CardRef) {
  return useQuery({
    queryKey: ["card-alike", kind, id],
    enabled: kind !== "deal",
    queryFn: () => ALIKE[kind as Compared](id),
    staleTime: 60_000,
  });
}

/** What one does with two cards that are one, or were taken for one. */
export function usePairs(kind: CardKind) {
  const client = useQueryClient();
  const done = async <T>(work: Promise<T>): Promise<T> => {
    const answer = await work;
    await client.invalidateQueries();
    return answer;
  };
  return {
    tellApart: (id: string, other: string) => done(APART[kind as Compared](id, other)),
    merge: (...of: Parameters<Merge>) => done(MERGE[kind](...of)),
    unmerge: (id: string) => done(UNMERGE[kind](id)),
  };
}
