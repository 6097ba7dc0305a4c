import { groupsOf, type OwnField, type Schemas } from "@/shared/api";

type Layout = Schemas["FieldLayout"];

/** Where a field stands, and what else the order of fields is made of. */
export type Placed = Pick<OwnField, "id" | "group">;

/**
 * The fields with one of them at another place, and in the group of the field that stood there. One that only crosses
 * the border of a group stays at its place among all, and becomes the last or first of its neighbours' group.
 */
export function moved<T extends Placed>(fields: readonly T[], from: number, to: number): T[] {
  const one = fields[from];
  const there = fields[to];
  if (!one || !there || from === to) return [...fields];
  const group = there.group;
  const next = { ...one, group };
  const crossing = Math.abs(from - to) === 1 && one.group !== group;
  if (crossing) return fields.map((field, index) => (index === from ? next : field));
  const rest = fields.filter((_, index) => index !== from);
  return together([...rest.slice(0, to), next, ...rest.slice(to)]);
}

/** The fields with a group one place higher or lower. */
export function groupMoved<T extends Placed>(
  fields: readonly T[],
  name: string | null,
  by: -1 | 1,
): T[] {
  const groups = groupsOf(fields);
  const from = groups.findIndex((group) => group.name === name);
  const one = groups[from];
  const other = groups[from + by];
  if (!one || !other) return [...fields];
  groups[from] = other;
  groups[from + by] = one;
  return groups.flatMap((group) => group.fields);
}

export function groupRenamed<T extends Placed>(
  fields: readonly T[],
  name: string | null,
  wanted: string | null,
): T[] {
  return together(
    fields.map((field) => (field.group === name ? { ...field, group: wanted } : field)),
  );
}

export function layoutOf(kind: Layout["kind"], fields: readonly Placed[]): Layout {
  return {
    kind,
    groups: groupsOf(fields).map((group) => ({
      name: group.name,
      field_ids: group.fields.map(({ id }) => id),
    })),
  };
}

function together<T extends Placed>(fields: readonly T[]): T[] {
  return groupsOf(fields).flatMap((group) => group.fields);
}
