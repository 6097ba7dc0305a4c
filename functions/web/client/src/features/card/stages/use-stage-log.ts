import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, bodyOf, type Schemas } from "@/shared/api";

export type Move = Schemas["StageMoveView"];
export type StageTimes = Schemas["StageTimesView"];

/** A deal's moves from stage to stage, the latest first, a page at a time. */
export function useStageLog(card_id: string) {
  return useInfiniteQuery({
    queryKey: ["stage-log", card_id],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/crm/deals/{card_id}/stages", {
          params: { path: { card_id }, query: { limit: 50, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** How long a deal has stood in each stage, by the calendar and by the clock of work. */
export function useStageTimes(card_id: string) {
  return useQuery({
    queryKey: ["stage-times", card_id],
    queryFn: () =>
      bodyOf(api.GET("/api/crm/deals/{card_id}/stage-times", { params: { path: { card_id } } })),
    refetchInterval: 5 * 60_000,
  });
}
