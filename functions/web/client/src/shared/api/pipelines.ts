import { $api, type Schemas } from "./client";

export type Pipeline = Schemas["PipelineView"];
export type Stage = Schemas["StageView"];

/** All pipelines; undefined until they are known. */
export function usePipelines(): readonly Pipeline[] | undefined {
  const { data } = $api.useQuery("get", "/api/crm/pipelines", {}, { staleTime: 5 * 60_000 });
  return data?.items;
}
