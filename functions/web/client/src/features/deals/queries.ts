import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api, bodyOf, type Deal, somePage, stageKey } from "@/shared/api";
import type { DealFilter } from "./filter";

const COLUMN_PAGE = 30;
const LIST_PAGE = 50;

/** The orders that the list has. */
export const SORTS = [
  "-created",
  "created",
  "name",
  "-name",
  "amount",
  "-amount",
  "updated",
  "-updated",
] as const;

/** The deals of one stage, page by page. */
export function useStageDeals(
  stageId: string,
  { ownerId, query, conditions }: Pick<DealFilter, "ownerId" | "query" | "conditions">,
) {
  const elsewhere = conditions.some(
    ({ by, values }) => by === "stage" && !values?.includes(stageId),
  );
  return useInfiniteQuery({
    queryKey: stageKey(stageId, { ownerId, ...query }),
    enabled: !elsewhere,
    queryFn: ({ pageParam, signal }) =>
      somePage(pageParam, (cursor) =>
        bodyOf(
          api.GET("/api/crm/deals", {
            params: {
              query: {
                owner_id: ownerId,
                ...query,
                stage_id: stageId,
                limit: COLUMN_PAGE,
                cursor,
              },
            },
            signal,
          }),
        ),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** The deals that a filter lets through, page by page. */
export function useFilteredDeals({ pipeline, stageId, ownerId, sort, query: asked }: DealFilter) {
  return useInfiniteQuery({
    queryKey: ["deals", "list", pipeline?.id, stageId, ownerId, sort, asked],
    placeholderData: keepPreviousData,
    enabled: pipeline !== undefined,
    queryFn: ({ pageParam, signal }) =>
      somePage(pageParam, (cursor) =>
        bodyOf(
          api.GET("/api/crm/deals", {
            params: {
              query: {
                pipeline_id: pipeline?.id,
                stage_id: stageId,
                owner_id: ownerId,
                ...asked,
                sort: SORTS.find((one) => one === sort),
                limit: LIST_PAGE,
                cursor,
              },
            },
            signal,
          }),
        ),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function allOf(pages: { items: Deal[] }[] | undefined): Deal[] {
  return pages?.flatMap((page) => page.items) ?? [];
}
