import type { Deal, Pipeline, Stage } from "../../api";

/** The fields that have to be filled in a stage: its own, and those of the open stages on the way to it. */
export function requiredAt(pipeline: Pipeline, stage: Stage): readonly string[] {
  const place = pipeline.stages.findIndex(({ id }) => id === stage.id);
  const way =
    stage.kind === "lost"
      ? []
      : pipeline.stages.slice(0, place).filter(({ kind }) => kind === "open");
  return [...new Set([...way, stage].flatMap(({ required }) => required))];
}

/** Those of them that the deal has not filled yet. */
export function missingAt(deal: Deal, pipeline: Pipeline, stage: Stage): readonly string[] {
  return requiredAt(pipeline, stage).filter((name) => isEmpty(valueOf(deal, name)));
}

function valueOf(deal: Deal, name: string): unknown {
  if (name.startsWith("own.")) return deal.own?.[name.slice("own.".length)];
  return deal[name as keyof Deal];
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "" || isEmptyList(value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
