import { useDebouncedValue } from "@mantine/hooks";
import { useMemo } from "react";
import type { CardRef } from "./cards";
import { $api } from "./client";

export interface FoundCard {
  card: CardRef;
  title: string;
  subtitle: string | null;
}

interface Searched extends FoundCard {
  words: string;
}

const MOST = 12;
const PAGE = { params: { query: { limit: 100 } } };

/** The newest cards of every kind in which each word that was typed begins something. */
export function useCardSearch(query: string, wanted: boolean) {
  const options = { enabled: wanted, staleTime: 60_000 };
  const deals = $api.useQuery("get", "/api/crm/deals", PAGE, options);
  const contacts = $api.useQuery("get", "/api/crm/contacts", PAGE, options);
  const companies = $api.useQuery("get", "/api/crm/companies", PAGE, options);
  const leads = $api.useQuery("get", "/api/crm/leads", PAGE, options);
  const [typed] = useDebouncedValue(query, 80);
  const all = useMemo<Searched[]>(
    () => [
      ...(deals.data?.items ?? []).map(({ id, title }) => entry("deal", id, title)),
      ...(contacts.data?.items ?? []).map(({ id, name, emails, phones }) =>
        entry("contact", id, name, emails[0] ?? phones[0], [...emails, ...phones]),
      ),
      ...(companies.data?.items ?? []).map(({ id, name, tax_id, phones }) =>
        entry("company", id, name, tax_id, [tax_id ?? "", ...phones]),
      ),
      ...(leads.data?.items ?? []).map(({ id, title, name, emails, phones }) =>
        entry("lead", id, title, name, [name ?? "", ...emails, ...phones]),
      ),
    ],
    [deals.data, contacts.data, companies.data, leads.data],
  );
  const found = useMemo(() => matching(all, typed), [all, typed]);
  return { found, searching: wanted && (deals.isPending || contacts.isPending) };
}

function entry(
  kind: CardRef["kind"],
  id: string,
  title: string,
  subtitle: string | null = null,
  more: readonly string[] = [],
): Searched {
  return { card: { kind, id }, title, subtitle, words: folded(`${title} ${more.join(" ")}`) };
}

/** As compared: case and ё make no difference, and a number may be written in any way. */
function folded(text: string): string {
  const plain = text.toLocaleLowerCase().replaceAll("ё", "е");
  return ` ${plain} ${plain.replaceAll(/[\s()-]/g, "")}`;
}

function matching(all: readonly Searched[], query: string): FoundCard[] {
  const words = query.trim().toLocaleLowerCase().replaceAll("ё", "е").split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return all.filter((one) => words.every((word) => one.words.includes(word))).slice(0, MOST);
}
