import { useQuery } from "@tanstack/react-query";
import { api, bodyOf, type Schemas } from "@/shared/api";

/** A deal's moves from stage to stage, the latest first. */
export function useStageLog(id: string): readonly Schemas["StageMoveView"][] {
  const { data } = useQuery({
    queryKey: ["stage-log", id],
    queryFn: () =>
      bodyOf(
        api.GET("/api/crm/deals/{card_id}/stages", {
          params: { path: { card_id: id }, query: { limit: 100 } },
        }),
      ),
  });
  return data?.items ?? [];
}
