import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, bodyOf, type Schemas } from "@/shared/api";

export type Schedule = Schemas["ScheduleView"];
export type Plan = Schemas["PlanBody"];
export type Act = Schemas["Act"];

const keyOf = (id: string) => ["rounds", id] as const;
const at = (card_id: string) => ({ params: { path: { card_id } } });

/** The schedule of a contract's rounds, null where it has none, and how the portal marks its version. */
export interface Known {
  schedule: Schedule | null;
  tag: string | null;
}

/** Something done with a schedule as it was known: nothing is done when somebody has changed it since. */
export interface Step {
  wanted: Plan | Act;
  tag: string | null;
}

interface Answered {
  data?: { schedule: Schedule | null };
  response: Response;
}

async function known(call: Promise<Answered>): Promise<Known> {
  const { data, response } = await call;
  const tag = response.headers.get("etag")?.replace(/^W\//, "") ?? null;
  return { schedule: data?.schedule ?? null, tag };
}

/** Undefined until it is known. */
export function useSchedule(id: string, enabled: boolean): Known | undefined {
  const { data } = useQuery({
    queryKey: keyOf(id),
    queryFn: () => known(api.GET("/api/crm/deals/{card_id}/rounds", at(id))),
    enabled,
  });
  return data;
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

/** Sets the schedule of a contract's rounds, or does something with it: pauses, resumes, skips, ends. */
export function useSteps(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ wanted, tag }: Step) => {
      const init = { ...at(id), headers: tag ? { "If-Match": tag } : {} };
      return known(
        typeof wanted === "string"
          ? api.POST("/api/crm/deals/{card_id}/rounds", { ...init, body: { act: wanted } })
          : api.PUT("/api/crm/deals/{card_id}/rounds", { ...init, body: wanted }),
      );
    },
    onSuccess: (now) => client.setQueryData(keyOf(id), now),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(id) }),
  });
}
