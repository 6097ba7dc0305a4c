import type { Column } from "./list-columns";

/** How a reader has a list's columns, on this device. */
export interface Arrangement {
  hidden: string[];
  /** Of those that may come and go: which are there. */
  wanted: string[];
  /** The keys in their order; columns that it does not name stand behind. */
  order: string[];
  /** In pixels, by key. */
  widths: Record<string, number>;
}

/** As a list is when its reader has said nothing. */
export function usualArrangement(columns: readonly Column<never>[]): Arrangement {
  const hidden = columns.filter(({ extra }) => extra).map(({ key }) => key);
  return { hidden, wanted: [], order: [], widths: {} };
}

/** The columns in the reader's order; the first one always stays where it is. */
export function inOrder<T>(columns: readonly Column<T>[], order: readonly string[]): Column<T>[] {
  const placed = order.flatMap((key) => columns.slice(1).filter((column) => column.key === key));
  const others = columns.slice(1).filter(({ key }) => !order.includes(key));
  return [...columns.slice(0, 1), ...placed, ...others];
}

/** The keys when one of them has taken the place of another, which makes room for it. */
export function moved(keys: readonly string[], key: string, target: string): string[] {
  const [from, to] = [keys.indexOf(key), keys.indexOf(target)];
  if (from < 0 || to < 0) return [...keys];
  const rest = keys.filter((one) => one !== key);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
}

export function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}

export const NARROWEST = 64;
export const WIDEST = 640;

/** The widths when a column got another; null is the usual one. */
export function resized(widths: Arrangement["widths"], key: string, width: number | null) {
  const others = Object.fromEntries(Object.entries(widths).filter(([name]) => name !== key));
  if (width === null) return others;
  return { ...others, [key]: Math.round(Math.min(Math.max(width, NARROWEST), WIDEST)) };
}

/** The columns as wide as the reader has them. */
export function withWidths<T>(
  columns: readonly Column<T>[],
  widths: Arrangement["widths"],
): Column<T>[] {
  return columns.map((column, index) => {
    const width = index > 0 ? widths[column.key] : undefined;
    return width ? { ...column, width: `${width}px`, sized: true } : column;
  });
}
