import { columnsOf, type Row, rowOf } from "./rows";

const MOST_ROWS = 1_000;

export interface List {
  header: string[];
  cells: string[][];
  rows: Row[];
}

/** Why a table cannot be taken as a whole. */
export type Fault = "noColumns" | "noRows" | "tooManyRows";

/** The rows of a table with their columns found. */
export function listOf(table: string[][]): List | Fault {
  const [header = [], ...cells] = table;
  const columns = columnsOf(header);
  if (!columns) return "noColumns";
  if (cells.length === 0) return "noRows";
  if (cells.length > MOST_ROWS) return "tooManyRows";
  return { header, cells, rows: cells.map((row) => rowOf(row, columns)) };
}
