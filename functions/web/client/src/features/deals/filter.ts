import { useNavigate, useSearch } from "@tanstack/react-router";
import { type Pipeline, usePipelines } from "@/shared/api";
import type { ListSearch } from "@/shared/ui/views/state";
import { type FilterCondition, type FilterQuery, toQuery } from "@/shared/ui/filters/conditions";

export interface DealFilter {
  pipeline: Pipeline | undefined;
  stageId: string | undefined;
  ownerId: string | undefined;
  sort: string;
  view: "board" | "list";
  conditions: readonly FilterCondition[];
  /** The conditions as the portal is asked. */
  query: FilterQuery;
}

const NONE: readonly FilterCondition[] = [];

export const NEWEST = "-created";

/** What the address says is shown; the first pipeline where it says none. */
export function useDealFilter(): {
  filter: DealFilter;
  pipelines: readonly Pipeline[] | undefined;
  change: (part: ListSearch) => void;
} {
  const search = useSearch({ from: "/staff/deals" });
  const navigate = useNavigate();
  const pipelines = usePipelines();
  const pipeline = pipelines?.find(({ id }) => id === search.pipeline) ?? pipelines?.[0];
  return {
    pipelines,
    filter: {
      pipeline,
      stageId: pipeline?.stages.find(({ id }) => id === search.stage)?.id,
      ownerId: search.owner,
      sort: search.sort ?? NEWEST,
      view: search.view ?? "board",
      conditions: search.filter ?? NONE,
      query: toQuery(search.filter ?? NONE),
    },
    change: (part) =>
      void navigate({ to: "/deals", search: (before) => ({ ...before, ...part }), replace: true }),
  };
}

/** What the head of the board is asked: it counts by stage anyway. */
export function countable(query: FilterQuery): FilterQuery {
  return { ...query, stage_id: undefined };
}
