import { api, bodyOf, CARD_FOLDERS, type CardKind, type Schemas } from "../../api";
import type { Column } from "../list-columns";

type NewExport = Schemas["NewExport"];

/** A list as it stands before its reader. */
export interface ExportedList {
  kind: CardKind;
  /** What the portal is asked for. */
  query: Readonly<Record<string, string | number | undefined>>;
  /** The columns that it has, by their names in exports. */
  columns: readonly string[];
}

/** Columns of a list by their names in exports. */
export function exportedNames(columns: readonly Pick<Column<unknown>, "key" | "exported">[]) {
  return [...new Set(columns.flatMap(({ key, exported }) => exported ?? [key]))];
}

/** Begins to export a list: each has an address of its own. */
export function exportList({ kind, query }: ExportedList, body: NewExport) {
  return bodyOf(api.POST(`/api/crm/${CARD_FOLDERS[kind]}/exports`, { params: { query }, body }));
}

/** Lets the browser take the file of one's own export. */
export async function downloadExport(id: string): Promise<void> {
  const path = { export_id: id };
  const { url } = await bodyOf(api.GET("/api/crm/exports/{export_id}/file", { params: { path } }));
  window.location.assign(url);
}
