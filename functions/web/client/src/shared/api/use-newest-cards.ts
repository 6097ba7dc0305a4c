import { useQuery } from "@tanstack/react-query";
import type { CardKind } from "./cards";
import { api, bodyOf } from "./client";
import type { FoundCard } from "./use-card-search";

const FEW = { params: { query: { limit: 8 } } };

const NEWEST: Record<CardKind, () => Promise<FoundCard[]>> = {
  deal: async () =>
    (await bodyOf(api.GET("/api/crm/deals", FEW))).items.map(({ id, title }) =>
      found("deal", id, title),
    ),
  contact: async () =>
    (await bodyOf(api.GET("/api/crm/contacts", FEW))).items.map(({ id, name, emails, phones }) =>
      found("contact", id, name, emails[0] ?? phones[0]),
    ),
  company: async () =>
    (await bodyOf(api.GET("/api/crm/companies", FEW))).items.map(({ id, name, tax_id }) =>
      found("company", id, name, tax_id),
    ),
  lead: async () =>
    (await bodyOf(api.GET("/api/crm/leads", FEW))).items.map(({ id, title, name }) =>
      found("lead", id, title, name),
    ),
};

/** A few cards of a kind to choose from before anything is typed. */
export function useNewestCards(kind: CardKind, wanted: boolean): readonly FoundCard[] {
  const { data } = useQuery({
    queryKey: ["newest", kind],
    enabled: wanted,
    queryFn: NEWEST[kind],
    staleTime: 60_000,
  });
  return data ?? [];
}

function found(
  kind: CardKind,
  id: string,
  title: string,
  subtitle: string | null = null,
): FoundCard {
  return { card: { kind, id }, title, subtitle, open: true };
}
