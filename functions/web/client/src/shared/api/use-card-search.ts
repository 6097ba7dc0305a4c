import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CardRef } from "./cards";
import { api, bodyOf } from "./client";

export interface FoundCard {
  card: CardRef;
  title: string;
  subtitle: string | null;
  /** Whether work on it goes on. */
  open: boolean;
}

const PAUSE_MS = 140;
const LONGEST = 200;
const MOST = 30;
const NOTHING: readonly FoundCard[] = [];

/** The cards in which each word that was typed begins something: a name, a number, an address, a phone. */
export function useCardSearch(query: string, wanted: boolean) {
  const words = query.trim().slice(0, LONGEST);
  const [q] = useDebouncedValue(words, PAUSE_MS);
  const enabled = wanted && words !== "" && q !== "";
  const { data, isFetching } = useQuery({
    queryKey: ["search", q],
    enabled,
    queryFn: ({ signal }) =>
      bodyOf(api.GET("/api/crm/search", { params: { query: { q, limit: MOST } }, signal })),
    staleTime: 20_000,
    // What was found for a few letters stands until what is found for more has come.
    placeholderData: keepPreviousData,
  });
  const searching = wanted && words !== "" && (isFetching || q !== words);
  return { found: enabled ? (data?.items ?? NOTHING) : NOTHING, searching };
}
