import type { OwnField, Pipeline } from "@/shared/api";
import type { FilterCondition } from "@/shared/ui/filters/conditions";

/** The conditions that mean something in another pipeline too: what is left out would hide its deals, unseen. */
export function carriedOver(
  conditions: readonly FilterCondition[],
  pipeline: Pipeline,
  fields: readonly OwnField[],
): FilterCondition[] | undefined {
  const left = conditions.flatMap((condition) => {
    if (condition.by === "stage") return among(condition, stageIds(pipeline));
    if (condition.by === "reason") return among(condition, pipeline.lost_reasons);
    const field = fields.find(({ id }) => condition.by === `own.${id}`);
    const ids = field?.pipeline_ids ?? [];
    return ids.length === 0 || ids.includes(pipeline.id) ? condition : [];
  });
  return left.length > 0 ? left : undefined;
}

function among(condition: FilterCondition, known: readonly string[]): FilterCondition | [] {
  const values = condition.values?.filter((value) => known.includes(value)) ?? [];
  return values.length > 0 ? { ...condition, values } : [];
}

function stageIds({ stages }: Pipeline): string[] {
  return stages.map(({ id }) => id);
}
