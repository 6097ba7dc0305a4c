import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, bodyOf, type Schemas } from "@/shared/api";

export type Schedule = Schemas["ScheduleView"];
export type Plan = Schemas["PlanBody"];
export type Act = Schemas["Act"];

const keyOf = (id: string) => ["rounds", id] as const;
const at = (card_id: string) => ({ params: { path: { card_id } } });

/** The schedule of a contract's rounds: null where it has none, undefined until that is known. */
export function useSchedule(id: string, enabled: boolean): Schedule | null | undefined {
  const { data } = useQuery({
    queryKey: keyOf(id),
    queryFn: () => bodyOf(api.GET("/api/crm/deals/{card_id}/rounds", at(id))),
    enabled,
  });
  return data?.schedule;
}

/** The rounds that were opened or skipped, the latest first. */
export function useRounds(id: string) {
  return useInfiniteQuery({
    queryKey: [...keyOf(id), "opened"],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/crm/deals/{card_id}/rounds/opened", {
          params: { path: { card_id: id }, query: { limit: 10, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Does something with a contract's rounds: pauses, resumes, skips, ends. */
export function useAct(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) =>
      bodyOf(api.POST("/api/crm/deals/{card_id}/rounds", { ...at(id), body: { act } })),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(id) }),
  });
}

/** Sets the schedule of a contract's rounds. */
export function usePlan(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Plan) =>
      bodyOf(api.PUT("/api/crm/deals/{card_id}/rounds", { ...at(id), body })),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(id) }),
  });
}
