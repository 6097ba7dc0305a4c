import type { Deal } from "./cards";
import { $api, type Schemas } from "./client";

export type Pipeline = Schemas["PipelineView"];
export type Stage = Schemas["StageView"];

/** All pipelines; undefined until they are known. */
export function usePipelines(): readonly Pipeline[] | undefined {
  const { data } = $api.useQuery("get", "/api/crm/pipelines", {}, { staleTime: 5 * 60_000 });
  return data?.items;
}

/** The pipeline of a deal: who takes part in one sees it, even where the pipeline is other departments'. */
export function usePipelineOf(deal: Deal): Pipeline | undefined {
  const pipelines = usePipelines();
  const known = pipelines?.find(({ id }) => id === deal.pipeline_id);
  const path = { card_id: deal.id };
  const { data } = $api.useQuery(
    "get",
    "/api/crm/deals/{card_id}/pipeline",
    { params: { path } },
    { enabled: pipelines !== undefined && !known, staleTime: 5 * 60_000 },
  );
  return known ?? data;
}
