import type { Schemas } from "../../api";
import type { FilterCondition } from "../filters/conditions";

/** What the address of a list says; `saved` is the view from which it began. */
export interface ListSearch {
  saved?: string;
  pipeline?: string;
  stage?: string;
  owner?: string;
  sort?: string;
  view?: "board" | "list";
  filter?: FilterCondition[];
  columns?: string[];
}

export type ViewState = Schemas["ViewState"];

/** What is kept of a list; whoever looks through a shared view sees what is his own where its maker saw his. */
export function toState(search: ListSearch, meId: string, columns: readonly string[]): ViewState {
  const { pipeline, stage, owner, sort, view, filter = [] } = search;
  const of = stage ? [{ by: "stage", values: [stage] }] : [];
  return tidy({
    pipeline,
    owner: owner === meId ? "me" : owner,
    sort,
    look: view,
    filter: [...of, ...filter],
    columns: [...(search.columns ?? columns)],
  });
}

/** The address at which a view shows what was kept. */
export function toSearch(view: { id: string; state: ViewState }, meId: string): ListSearch {
  const { pipeline, owner, sort, look, filter, columns } = tidy(view.state);
  return {
    saved: view.id,
    pipeline: pipeline ?? undefined,
    stage: undefined,
    owner: owner === "me" ? meId : (owner ?? undefined),
    sort: sort ?? undefined,
    view: look ?? undefined,
    filter: filter as FilterCondition[] | undefined,
    columns: columns ?? undefined,
  };
}

/** Whether a list still shows what its view keeps. */
export function isAsKept(search: ListSearch, kept: ViewState, meId: string): boolean {
  const now = toState(search, meId, kept.columns ?? []);
  return JSON.stringify(now) === JSON.stringify(tidy(kept));
}

/** Whether an address asks for anything. */
export function isBare({ saved, stage, owner, sort, filter, pipeline, view }: ListSearch): boolean {
  return ![saved, stage, owner, sort, filter, pipeline, view].some(Boolean);
}

/** Without what is empty, in one order, so that two can be compared. */
function tidy(state: ViewState): ViewState {
  const { pipeline, owner, sort, look, filter, columns } = state;
  return {
    ...(pipeline && { pipeline }),
    ...(owner && { owner }),
    ...(sort && sort !== "-created" && { sort }),
    ...(look === "list" && { look }),
    ...(filter?.length && { filter: filter.map(tidyCondition) }),
    ...(columns?.length && { columns }),
  };
}

function tidyCondition({ by, values, low, high, empty }: Schemas["ViewCondition"]) {
  return {
    by,
    ...(values?.length && { values }),
    ...(low && { low }),
    ...(high && { high }),
    ...(empty && { empty }),
  };
}
