import { useLocalStorage } from "@mantine/hooks";
import type { ReactNode } from "react";

export interface Column<T> {
  key: string;
  header: string;
  render: (row: T) => ReactNode;
  /** Numbers and money stand at the right, in figures of one width. */
  numeric?: boolean;
  /** In CSS; the first column takes what is left. */
  width?: string;
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

/** The columns that an address names, in its order. */
export interface NamedColumns {
  keys: readonly string[];
  onChange: (keys: string[]) => void;
}

/**
 * The columns that the reader wants of a list: as an address names them, else as remembered on this device. The first
 * one always stays.
 */
export function useColumns<T>(list: string, columns: readonly Column<T>[], named?: NamedColumns) {
  const [hidden, setHidden] = useLocalStorage<string[]>({
    key: `portal.columns.${list}`,
    defaultValue: columns.filter(({ extra }) => extra).map(({ key }) => key),
    getInitialValueInEffect: false,
  });
  const [wanted, setWanted] = useLocalStorage<string[]>({
    key: `portal.columns.${list}.wanted`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  if (named) return { all: columns, ...namedColumns(columns, named) };
  const unwanted = columns.filter((one) => one.wanted && !wanted.includes(one.key));
  const gone = [...hidden, ...unwanted.map(({ key }) => key)];
  const shown = columns.filter(({ key }, index) => index === 0 || !gone.includes(key));
  const toggle = (key: string) =>
    columns.some((one) => one.key === key && one.wanted)
      ? setWanted(toggled(wanted, key))
      : setHidden(toggled(hidden, key));
  return { all: columns, shown, hidden: gone, toggle };
}

/** The columns of a list, whatever its rows are. */
export type ListColumns = ReturnType<typeof useColumns<never>>;

function namedColumns<T>(columns: readonly Column<T>[], { keys, onChange }: NamedColumns) {
  const first = columns.slice(0, 1);
  const rest = keys.flatMap((key) => columns.slice(1).filter((column) => column.key === key));
  const hidden = columns.map(({ key }) => key).filter((key) => !keys.includes(key));
  return {
    shown: [...first, ...rest],
    hidden,
    toggle: (key: string) => onChange(toggled(keys, key)),
  };
}

function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}

/** What a row is called, with the box before it; a column of no set width. */
const NAME_PX = 296;
const OTHER_PX = 150;

/** How narrow a list may become: a reader who wants more columns scrolls rather than loses what a row is called. */
export function leastWidth(columns: readonly Pick<Column<unknown>, "width" | "wanted">[]): number {
  if (!columns.some(({ wanted }) => wanted)) return 0;
  const rest = columns.slice(1).map(({ width = "" }) => width);
  const shares = rest.filter((width) => width.endsWith("%"));
  const fixed = rest.filter((width) => !width.endsWith("%"));
  const taken = fixed.reduce((sum, width) => sum + (parseInt(width, 10) || OTHER_PX), NAME_PX);
  const left = 100 - shares.reduce((sum, width) => sum + parseInt(width, 10), 0);
  return Math.ceil((taken * 100) / Math.max(left, 20));
}
