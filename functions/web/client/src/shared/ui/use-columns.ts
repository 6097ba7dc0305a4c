import { useLocalStorage } from "@mantine/hooks";
import { useSession } from "../api";
import {
  type Arrangement,
  inOrder,
  moved,
  resized,
  toggled,
  usualArrangement,
  withWidths,
} from "./arrangement";
import type { Column } from "./list-columns";

/** The columns that an address names, in its order. */
export interface NamedColumns {
  keys: readonly string[];
  /** Null is whatever the device says. */
  onChange: (keys: string[] | null) => void;
}

/**
 * The columns that the reader wants of a list, how wide, and in which order: as an address names them, else as
 * remembered on this device. The first one always stays.
 */
export function useColumns<T>(list: string, columns: readonly Column<T>[], named?: NamedColumns) {
  const [kept, keep, forget] = useArrangement(list, columns);
  const all = inOrder(columns, named?.keys ?? kept.order);
  const hidden = named ? unnamed(columns, named) : hiddenBy(kept, columns);
  const shown = all.filter(({ key }, index) => index === 0 || !hidden.includes(key));
  const keys = all.slice(1).map(({ key }) => key);
  const toggle = (key: string) => {
    if (named) named.onChange(toggled(named.keys, key));
    else if (columns.some((one) => one.key === key && one.wanted))
      keep({ wanted: toggled(kept.wanted, key) });
    else keep({ hidden: toggled(kept.hidden, key) });
  };
  return {
    all,
    shown: withWidths(shown, kept.widths),
    hidden,
    toggle,
    /** Puts a column where another one stands. */
    move: (key: string, target: string) => {
      if (named) named.onChange(moved(named.keys, key, target));
      else keep({ order: moved(keys, key, target) });
    },
    /** In pixels; null is as wide as it usually is. */
    resize: (key: string, width: number | null) =>
      keep({ widths: resized(kept.widths, key, width) }),
    /** Has the list as it is when nobody has said anything. */
    reset: () => {
      forget();
      named?.onChange(null);
    },
  };
}

/** The columns of a list, whatever its rows are. */
export type ListColumns = ReturnType<typeof useColumns<never>>;

/** What is kept on this device for whoever is signed in. */
function useArrangement<T>(list: string, columns: readonly Column<T>[]) {
  const state = useSession();
  const person = "person" in state ? state.person.id : "";
  const usual = usualArrangement(columns);
  const [kept, setKept, forget] = useLocalStorage<Partial<Arrangement>>({
    key: `portal.columns.${list}.${person}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const keep = (part: Partial<Arrangement>) => setKept((before) => ({ ...before, ...part }));
  return [{ ...usual, ...kept }, keep, forget] as const;
}

function hiddenBy<T>({ hidden, wanted }: Arrangement, columns: readonly Column<T>[]): string[] {
  const unwanted = columns.filter((one) => one.wanted && !wanted.includes(one.key));
  return [...hidden, ...unwanted.map(({ key }) => key)];
}

function unnamed<T>(columns: readonly Column<T>[], { keys }: NamedColumns): string[] {
  return columns.map(({ key }) => key).filter((key) => !keys.includes(key));
}
