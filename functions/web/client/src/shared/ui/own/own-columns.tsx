import { type AnyCard, type CardKind, type OwnType, useOwnFields } from "../../api";
import type { Column } from "../list-columns";
import { useOwnText } from "./own-text";

const NUMERIC: ReadonlySet<OwnType> = new Set(["number", "money"]);

/** The own fields of a kind of card as columns, which a list has when its reader wants them. */
export function useOwnColumns<T extends AnyCard>(kind: CardKind, pipelineId?: string): Column<T>[] {
  const fields = useOwnFields(kind, pipelineId);
  const textOf = useOwnText();
  return fields
    .filter(({ type }) => type !== "file" && type !== "long_text")
    .map((field) => ({
      key: `own.${field.id}`,
      header: field.name,
      numeric: NUMERIC.has(field.type),
      width: "140px",
      hideBelow: 640,
      wanted: true,
      render: (card) => textOf(field, card.own?.[field.id]),
    }));
}
