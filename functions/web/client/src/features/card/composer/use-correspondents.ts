import { useQueries } from "@tanstack/react-query";
import { api, bodyOf, useCardSearch } from "@/shared/api";
import type { Correspondent } from "./recipients";

const SHORTEST = 2;
const MOST = 5;

/** Contacts found by what is typed, each with its addresses; those of the card itself are known already. */
export function useCorrespondents(typed: string, wanted: boolean): readonly Correspondent[] {
  const words = typed.trim();
  const { found } = useCardSearch(words, wanted && words.length >= SHORTEST);
  const ids = found
    .flatMap(({ card }) => (card.kind === "contact" ? [card.id] : []))
    .slice(0, MOST);
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ["correspondent", id],
      queryFn: () =>
        bodyOf(api.GET("/api/crm/contacts/{card_id}", { params: { path: { card_id: id } } })),
      staleTime: 60_000,
    })),
    combine: (results) =>
      results.flatMap(({ data }) =>
        (data?.emails ?? []).map((address) => ({ name: data?.name ?? "", address })),
      ),
  });
}
