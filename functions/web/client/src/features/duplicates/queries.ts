import { useInfiniteQuery } from "@tanstack/react-query";
import { api, bodyOf, type Schemas } from "@/shared/api";
import type { Compared } from "@/shared/ui/merging/queries";

export type Group = Schemas["GroupView"];

const PAGE = 30;
const LOOK_EVERY_MS = 15_000;

/** The groups of cards of a kind that seem to be one, the surest first. */
export function useGroups(kind: Compared) {
  return useInfiniteQuery({
    queryKey: ["duplicates", kind],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/crm/duplicates", {
          params: { query: { kind, limit: PAGE, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    // The lists follow the cards a moment later.
    refetchInterval: LOOK_EVERY_MS,
  });
}
