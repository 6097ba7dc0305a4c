import type { ReactNode } from "react";

export interface Column<T> {
  key: string;
  header: string;
  render: (row: T) => ReactNode;
  /** Numbers and money stand at the right, in figures of one width. */
  numeric?: boolean;
  /** In CSS; the first column takes what is left. */
  width?: string;
  /** The reader has said how wide it is. */
  sized?: boolean;
  /** Left out on narrower lists: under 640 px, or under 960 px. */
  hideBelow?: 640 | 960;
  /** By which name the portal sorts by it; without it the column does not sort. */
  sort?: string;
  /** Stands in the list only when the reader wants it. */
  extra?: boolean;
  /** The same, for one that may come and go: that it is wanted is remembered, not that it is hidden. */
  wanted?: boolean;
  /** On a phone, where a row is two lines: at the end of the first, or under it. Otherwise left out. */
  phone?: "end" | "note";
  /** As which columns it is exported, where it is not as the one of its key. */
  exported?: readonly string[];
}

/** The order of a list: the name of a column, with a minus before it from the last to the first. */
export interface Sorting {
  value: string;
  onChange: (value: string) => void;
}

/** The order after a click on a column: names from the first, numbers and dates from the largest. */
export function nextSort(now: string, column: Pick<Column<unknown>, "sort" | "numeric">): string {
  const name = column.sort ?? "";
  const [rising, falling] = [name, `-${name}`];
  if (now === rising) return falling;
  if (now === falling) return rising;
  return column.numeric ? falling : rising;
}

export function ariaSort(now: string | undefined, name: string | undefined) {
  if (name === undefined || now === undefined) return undefined;
  if (now === name) return "ascending" as const;
  return now === `-${name}` ? ("descending" as const) : ("none" as const);
}

/** What a row is called, with the box before it; a column of no set width. */
const NAME_PX = 236;
const OTHER_PX = 150;

/** How narrow a list may become: a reader who wants more columns, or wider ones, scrolls rather than loses what a row is called. */
export function leastWidth(
  columns: readonly Pick<Column<unknown>, "width" | "wanted" | "sized" | "extra">[],
): number {
  if (!columns.some((one) => one.wanted === true || one.sized === true || one.extra === true))
    return 0;
  const rest = columns.slice(1).map(({ width = "" }) => width);
  const shares = rest.filter((width) => width.endsWith("%"));
  const fixed = rest.filter((width) => !width.endsWith("%"));
  const taken = fixed.reduce((sum, width) => sum + (parseInt(width, 10) || OTHER_PX), NAME_PX);
  const left = 100 - shares.reduce((sum, width) => sum + parseInt(width, 10), 0);
  return Math.ceil((taken * 100) / Math.max(left, 20));
}
