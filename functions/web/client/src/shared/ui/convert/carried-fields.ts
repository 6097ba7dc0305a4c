import type { OwnField } from "../../api";

/** Those of a lead's fields that have a field of the same name and type on one of the new cards, as the portal does. */
export function carriedFields(
  fields: readonly OwnField[],
  targets: readonly Pick<OwnField, "name" | "type">[],
): OwnField[] {
  const sense = ({ name, type }: Pick<OwnField, "name" | "type">) =>
    `${type} ${name.toLocaleLowerCase()}`;
  const known = new Set(targets.map(sense));
  return fields.filter((field) => field.type !== "file" && known.has(sense(field)));
}
