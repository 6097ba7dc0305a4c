import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api, bodyOf, type Deal, stageKey } from "@/shared/api";
import type { DealFilter } from "./filter";

const COLUMN_PAGE = 30;
const LIST_PAGE = 50;

/** The orders that the list has. */
const SORTS = ["-created", "created", "name", "-name", "amount", "-amount"] as const;

/** The deals of one stage, page by page. */
export function useStageDeals(stageId: string, ownerId: string | undefined) {
  return useInfiniteQuery({
    queryKey: stageKey(stageId, ownerId),
    queryFn: ({ pageParam: cursor, signal }) =>
      bodyOf(
        api.GET("/api/crm/deals", {
          params: {
            query: { stage_id: stageId, owner_id: ownerId, limit: COLUMN_PAGE, cursor },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** The deals that a filter lets through, page by page. */
export function useFilteredDeals({ pipeline, stageId, ownerId, sort }: DealFilter) {
  return useInfiniteQuery({
    queryKey: ["deals", "list", pipeline?.id, stageId, ownerId, sort],
    placeholderData: keepPreviousData,
    enabled: pipeline !== undefined,
    queryFn: ({ pageParam: cursor, signal }) =>
      bodyOf(
        api.GET("/api/crm/deals", {
          params: {
            query: {
              pipeline_id: pipeline?.id,
              stage_id: stageId,
              owner_id: ownerId,
              sort: SORTS.find((one) => one === sort),
              limit: LIST_PAGE,
              cursor,
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function allOf(pages: { items: Deal[] }[] | undefined): Deal[] {
  return pages?.flatMap((page) => page.items) ?? [];
}
