import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Deal } from "./cards";
import { api, bodyOf, type Schemas } from "./client";
import type { Stage } from "./pipelines";
import { moveInTallies, settleTallies } from "./tally";

export type DealPages = InfiniteData<Schemas["PageView_DealView_"], string | undefined>;

export interface DealMove {
  deal: Deal;
  to: Stage;
  /** The pipeline of that stage, where it is another one. */
  pipelineId?: string;
  reason?: string;
  note?: string;
}

export function stageKey(stageId: string, query: object) {
  return ["deals", "stage", stageId, query] as const;
}

export function dealKey(id: string) {
  return ["card", "deal", id] as const;
}

/** Brings a deal into another stage: shown at once, taken back when the portal refuses. */
export function useMoveDeal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ deal, to, reason, note }: DealMove) =>
      bodyOf(
        api.POST("/api/crm/deals/{card_id}/stage", {
          params: { path: { card_id: deal.id } },
          body: { stage_id: to.id, reason, note },
        }),
      ),
    onMutate: async ({ deal, to, pipelineId = deal.pipeline_id }) => {
      await client.cancelQueries({ queryKey: ["deals"] });
      const before = client.getQueriesData<DealPages>({ queryKey: ["deals", "stage"] });
      const moved = {
        ...deal,
        pipeline_id: pipelineId,
        stage_id: to.id,
        stage_kind: to.kind,
        open: to.kind === "open",
        stage_since: now(),
      };
      for (const [key, pages] of before)
        if (pages) client.setQueryData(key, withMoved(pages, key[2] as string, moved));
      client.setQueryData(dealKey(deal.id), moved);
      await client.cancelQueries({ queryKey: ["tally"] });
      return { before, deal, putBack: moveInTallies(client, deal, to.id) };
    },
    onError: (_error, _move, context) => {
      for (const [key, pages] of context?.before ?? []) client.setQueryData(key, pages);
      if (context) client.setQueryData(dealKey(context.deal.id), context.deal);
      context?.putBack();
    },
    onSettled: (deal) => {
      settleTallies(client);
      if (deal) client.setQueryData(dealKey(deal.id), deal);
      void client.invalidateQueries({ queryKey: ["deals"] });
      void client.invalidateQueries({ queryKey: ["timeline", "deal", deal?.id] });
      void client.invalidateQueries({ queryKey: ["stage-log", deal?.id] });
      void client.invalidateQueries({ queryKey: ["stage-times", deal?.id] });
    },
  });
}

function withMoved(pages: DealPages, stageId: string, moved: Deal): DealPages {
  const without = pages.pages.map((page) => ({
    ...page,
    items: page.items.filter((deal) => deal.id !== moved.id),
  }));
  const [first, ...rest] = without;
  if (!first || stageId !== moved.stage_id) return { ...pages, pages: without };
  return { ...pages, pages: [{ ...first, items: [moved, ...first.items] }, ...rest] };
}

function now(): string {
  return new Date().toISOString();
}
