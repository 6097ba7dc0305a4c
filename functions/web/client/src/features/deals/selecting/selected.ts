export interface Selected {
  keys: ReadonlySet<string>;
  /** The last one toggled, from which a range begins. */
  last: string | null;
}

export interface Toggle {
  key: string;
  /** The keys of its column in order, where everything from the last one toggled is meant. */
  range?: readonly string[];
}

export const NONE: Selected = { keys: new Set(), last: null };

/** The selection after one of the keys was toggled; null deselects all. */
export function selectedAfter({ keys, last }: Selected, toggle: Toggle | null): Selected {
  if (!toggle) return NONE;
  const { key, range = [] } = toggle;
  const [from, to] = [range.indexOf(last ?? key), range.indexOf(key)];
  const touched = from < 0 ? [key] : range.slice(Math.min(from, to), Math.max(from, to) + 1);
  const next = new Set(keys);
  for (const one of touched)
    if (keys.has(key)) next.delete(one);
    else next.add(one);
  return { keys: next, last: key };
}
