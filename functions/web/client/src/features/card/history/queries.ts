import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, bodyOf, type CardKind, type CardRef, cardText, type Schemas } from "@/shared/api";

export type Change = Schemas["ChangeView"];
export type Step = Schemas["ChangedFieldView"];
export type Part = Schemas["PartView"];
export type Sight = Schemas["SightView"];

const PAGE = 30;

const historyKey = (card: CardRef) => ["card-changes", cardText(card)];

const page = (card_id: string, cursor: string | undefined) => ({
  params: { path: { card_id }, query: { limit: PAGE, cursor } },
});

const CHANGES: Record<
  CardKind,
  (id: string, cursor: string | undefined) => Promise<Schemas["PageView_ChangeView_"]>
> = {
  deal: (id, cursor) => bodyOf(api.GET("/api/crm/deals/{card_id}/changes", page(id, cursor))),
  contact: (id, cursor) => bodyOf(api.GET("/api/crm/contacts/{card_id}/changes", page(id, cursor))),
  company: (id, cursor) =>
    bodyOf(api.GET("/api/crm/companies/{card_id}/changes", page(id, cursor))),
  lead: (id, cursor) => bodyOf(api.GET("/api/crm/leads/{card_id}/changes", page(id, cursor))),
};

const at = (card_id: string) => ({ params: { path: { card_id } } });

const VIEWERS: Record<CardKind, (id: string) => Promise<Sight>> = {
  deal: (id) => bodyOf(api.GET("/api/crm/deals/{card_id}/viewers", at(id))),
  contact: (id) => bodyOf(api.GET("/api/crm/contacts/{card_id}/viewers", at(id))),
  company: (id) => bodyOf(api.GET("/api/crm/companies/{card_id}/viewers", at(id))),
  lead: (id) => bodyOf(api.GET("/api/crm/leads/{card_id}/viewers", at(id))),
};

const restoring = (card_id: string, change_id: string, field: string) => ({
  params: { path: { card_id, change_id } },
  body: { field },
});

type Restored = Schemas["RestoredView"];

const RESTORE: Record<CardKind, (id: string, change: string, field: string) => Promise<Restored>> =
  {
    deal: (...of) =>
      bodyOf(api.POST("/api/crm/deals/{card_id}/changes/{change_id}/restore", restoring(...of))),
    contact: (...of) =>
      bodyOf(api.POST("/api/crm/contacts/{card_id}/changes/{change_id}/restore", restoring(...of))),
    company: (...of) =>
      bodyOf(
        api.POST("/api/crm/companies/{card_id}/changes/{change_id}/restore", restoring(...of)),
      ),
    lead: (...of) =>
      bodyOf(api.POST("/api/crm/leads/{card_id}/changes/{change_id}/restore", restoring(...of))),
  };

/** The changes of a card's fields, the latest first, a page at a time. */
export function useChanges(card: CardRef) {
  return useInfiniteQuery({
    queryKey: historyKey(card),
    queryFn: ({ pageParam }) => CHANGES[card.kind](card.id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Who sees a card now, and why. */
export function useViewers(card: CardRef) {
  return useQuery({
    queryKey: ["card-viewers", cardText(card)],
    queryFn: () => VIEWERS[card.kind](card.id),
  });
}

/** Brings a field back to what it was before a change; null when it is so already. */
export function useRestore(card: CardRef) {
  const client = useQueryClient();
  return async (change: string, field: string): Promise<string | null> => {
    const { change_id } = await RESTORE[card.kind](card.id, change, field);
    await Promise.all([
      client.invalidateQueries({ queryKey: historyKey(card) }),
      client.invalidateQueries({ queryKey: ["card", card.kind, card.id] }),
      client.invalidateQueries({ queryKey: ["card-titles"] }),
      client.invalidateQueries({ queryKey: ["deals"] }),
    ]);
    return change_id;
  };
}
