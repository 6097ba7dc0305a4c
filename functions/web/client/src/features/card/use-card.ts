import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type AnyCard,
  api,
  bodyOf,
  type CardKind,
  type CardRef,
  cardText,
  type Company,
  type Contact,
  type Deal,
  type Lead,
  type Schemas,
  toProblem,
} from "@/shared/api";
import { ChangedMeanwhile, noted, patched, savedOver, STALE, versionOf } from "./versions";

export interface CardOf {
  deal: Deal;
  contact: Contact;
  company: Company;
  lead: Lead;
}

interface PatchOf {
  deal: Schemas["DealPatch"];
  contact: Schemas["ContactPatch"];
  company: Schemas["CompanyPatch"];
  lead: Schemas["LeadPatch"];
}

const LOOK_EVERY_MS = 15_000;

const at = (card_id: string) => ({ params: { path: { card_id } } });

const over = (id: string) => ({ ...at(id), headers: versionOf(id) });

const READ: { [K in CardKind]: (id: string) => Promise<CardOf[K]> } = {
  deal: (id) => noted(api.GET("/api/crm/deals/{card_id}", at(id))),
  contact: (id) => noted(api.GET("/api/crm/contacts/{card_id}", at(id))),
  company: (id) => noted(api.GET("/api/crm/companies/{card_id}", at(id))),
  lead: (id) => noted(api.GET("/api/crm/leads/{card_id}", at(id))),
};

const CHANGE: { [K in CardKind]: (id: string, body: PatchOf[K]) => Promise<CardOf[K]> } = {
  deal: (id, body) => noted(api.PATCH("/api/crm/deals/{card_id}", { ...over(id), body })),
  contact: (id, body) => noted(api.PATCH("/api/crm/contacts/{card_id}", { ...over(id), body })),
  company: (id, body) => noted(api.PATCH("/api/crm/companies/{card_id}", { ...over(id), body })),
  lead: (id, body) => noted(api.PATCH("/api/crm/leads/{card_id}", { ...over(id), body })),
};

export function useCard<K extends CardKind>(kind: K, id: string) {
  return useQuery({
    queryKey: ["card", kind, id],
    queryFn: () => READ[kind](id),
    // A colleague's change shows while both look.
    refetchInterval: LOOK_EVERY_MS,
  });
}

/**
 * Saves some fields of a card: shown at once, taken back when the portal refuses. Where somebody else has changed
 * the same fields meanwhile it rejects with a problem of status 412, and the card shows what he wrote.
 */
export function useSaveCard<K extends CardKind>(kind: K, id: string) {
  const client = useQueryClient();
  const key = ["card", kind, id];
  const seen = () => client.getQueryData<CardOf[K]>(key);
  const mutation = useMutation({
    mutationFn: async ({ patch, before }: { patch: PatchOf[K]; before: CardOf[K] | undefined }) => {
      try {
        return await savedOver(
          patch as Partial<CardOf[K]>,
          before,
          () => CHANGE[kind](id, patch),
          () => READ[kind](id),
        );
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
        client.setQueryData(key, error.theirs);
        throw error.cause;
      }
    },
    onMutate: async ({ patch, before }) => {
      await client.cancelQueries({ queryKey: key });
      if (before) client.setQueryData(key, patched(before, patch));
    },
    onError: (error, { before }) => {
      if (toProblem(error).status === STALE) void client.invalidateQueries({ queryKey: key });
      else client.setQueryData(key, before);
    },
    onSuccess: (card) => {
      client.setQueryData(key, card);
      void client.invalidateQueries({ queryKey: ["deals"] });
      void client.invalidateQueries({ queryKey: ["card-titles"] });
      void client.invalidateQueries({ queryKey: ["get"], refetchType: "none" });
    },
  });
  return (patch: PatchOf[K]) => mutation.mutateAsync({ patch, before: seen() });
}

/** What a card is called. */
export function titleOf(card: AnyCard): string {
  return "title" in card ? card.title : card.name;
}

export interface Reachable {
  /** Of a contact. */
  contactId?: string;
  name: string;
  emails: readonly string[];
  phones: readonly string[];
}

/** Whom one can write to or call from a card: itself, or the contacts of a deal. */
export function useReachable(ref: CardRef, card: AnyCard | undefined): readonly Reachable[] {
  const contactIds = card && "contact_ids" in card ? (card.contact_ids ?? []) : [];
  const { data } = useQuery({
    queryKey: ["card-contacts", contactIds],
    enabled: contactIds.length > 0,
    queryFn: () => Promise.allSettled(contactIds.map((id) => READ.contact(id))),
    staleTime: 60_000,
  });
  if (!card) return [];
  if (ref.kind === "contact") return [contact(card as Contact)];
  if (ref.kind !== "deal") return [reachable(card as Company | Lead)];
  return (data ?? [])
    .filter((result) => result.status === "fulfilled")
    .map((result) => contact(result.value));
}

function contact(card: Contact): Reachable {
  return { ...reachable(card), contactId: card.id };
}

function reachable(card: Contact | Company | Lead): Reachable {
  return { name: titleOf(card), emails: card.emails, phones: card.phones };
}

/** Who may see a card, as grants. */
export function useAudience(card: CardRef): readonly string[] {
  const { data } = useQuery({
    queryKey: ["card-audience", cardText(card)],
    queryFn: () =>
      bodyOf(api.GET("/api/crm/access", { params: { query: { cards: cardText(card) } } })),
    staleTime: 60_000,
  });
  return data?.items[0]?.audience ?? [];
}
