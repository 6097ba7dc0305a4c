import type { CardKind } from "./cards";
import { $api, type Schemas } from "./client";

/** A field that the company has added to cards of a kind. */
export type OwnField = Schemas["FieldView"];
export type OwnType = OwnField["type"];
/** What stands in one; null where nothing does. */
export type OwnValue = NonNullable<Schemas["DealView"]["own"]>[string] | null;
export type OwnValues = Readonly<Record<string, OwnValue>>;

const NONE: readonly OwnField[] = [];

/** All own fields of a kind of card in their order, hidden ones too; undefined until they are known. */
export function useFieldBook(kind: CardKind): readonly OwnField[] | undefined {
  const { data } = $api.useQuery("get", "/api/crm/fields", {}, { staleTime: 60_000 });
  return data?.items.filter((field) => field.kind === kind);
}

/** The own fields that cards of a kind show; of a deal those of its pipeline. */
export function useOwnFields(kind: CardKind, pipelineId?: string): readonly OwnField[] {
  return (useFieldBook(kind) ?? NONE).filter(
    ({ hidden, pipeline_ids: ids }) =>
      !hidden && (ids.length === 0 || pipelineId === undefined || ids.includes(pipelineId)),
  );
}

/** Fields by their groups, in order; the group without a name is called null. */
export function groupsOf<T extends { group: string | null }>(
  fields: readonly T[],
): { name: string | null; fields: T[] }[] {
  const groups: { name: string | null; fields: T[] }[] = [];
  for (const field of fields) {
    const known = groups.find(({ name }) => name === field.group);
    if (known) known.fields.push(field);
    else groups.push({ name: field.group, fields: [field] });
  }
  return groups;
}
