import { type QueryClient, useQuery } from "@tanstack/react-query";
import type { Deal } from "./cards";
import { api, bodyOf, type Schemas } from "./client";

type Tally = Schemas["Tally"];
type StageTally = Schemas["StageTallyView"];
type Sum = StageTally["sums"][number];

/** What is counted is told by the portal a moment after what it counts. */
const SETTLED_MS = [2_500, 8_000];

/** How many deals stand in each stage of a pipeline and what they come to, by the stage's id. */
export function useTally(
  pipelineId: string | undefined,
  ownerId: string | undefined,
  filter: object = {},
) {
  const { data } = useQuery({
    queryKey: [...tallyKey(pipelineId ?? "", ownerId), filter] as const,
    enabled: pipelineId !== undefined,
    queryFn: () =>
      bodyOf(
        api.GET("/api/crm/pipelines/{pipeline_id}/tally", {
          params: {
            path: { pipeline_id: pipelineId ?? "" },
            query: { owner_id: ownerId, ...filter },
          },
        }),
      ),
  });
  return data && new Map(data.items.map((stage) => [stage.stage_id, stage]));
}

/** Moves a deal in the numbers that are shown; gives what puts them back. */
export function moveInTallies(client: QueryClient, deal: Deal, to: string): () => void {
  const before = client.getQueriesData<Tally>({ queryKey: ["tally", deal.pipeline_id] });
  for (const [key, tally] of before) {
    const counted = key[2] === null || key[2] === deal.owner_id;
    if (tally && counted)
      client.setQueryData(key, { ...tally, items: withMoved(tally.items, deal, to) });
  }
  return () => {
    for (const [key, tally] of before) client.setQueryData(key, tally);
  };
}

/** Asks for the numbers again once what was done must stand in them. */
export function settleTallies(client: QueryClient): void {
  for (const later of SETTLED_MS)
    setTimeout(() => void client.invalidateQueries({ queryKey: ["tally"] }), later);
}

/** The stages' numbers after a deal has moved to another one. */
export function withMoved(
  stages: readonly StageTally[],
  deal: Pick<Deal, "stage_id" | "amount">,
  to: string,
): StageTally[] {
  return stages.map((stage) => {
    if (stage.stage_id === deal.stage_id) return changed(stage, -1, deal.amount);
    return stage.stage_id === to ? changed(stage, 1, deal.amount) : stage;
  });
}

function changed(stage: StageTally, by: 1 | -1, amount: Sum | null): StageTally {
  return {
    ...stage,
    count: Math.max(0, stage.count + by),
    sums: amount ? withAdded(stage.sums, amount, by) : stage.sums,
  };
}

/** The sums with an amount more or less, exact to the hundredth; a currency with nothing is left out. */
function withAdded(sums: readonly Sum[], amount: Sum, by: 1 | -1): Sum[] {
  const others = sums.filter(({ currency }) => currency !== amount.currency);
  const now = sums.find(({ currency }) => currency === amount.currency)?.amount ?? "0";
  const total = hundredths(now) + BigInt(by) * hundredths(amount.amount);
  if (total <= 0n) return others;
  return [...others, { currency: amount.currency, amount: written(total) }].sort((one, other) =>
    one.currency.localeCompare(other.currency),
  );
}

function hundredths(amount: string): bigint {
  const [whole = "0", part = ""] = amount.split(".");
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2));
}

function written(total: bigint): string {
  return `${total / 100n}.${String(total % 100n).padStart(2, "0")}`;
}

function tallyKey(pipelineId: string, ownerId: string | undefined) {
  return ["tally", pipelineId, ownerId ?? null] as const;
}
