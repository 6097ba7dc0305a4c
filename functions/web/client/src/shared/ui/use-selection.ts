import { useRef, useState } from "react";

export interface Selection {
  keys: ReadonlySet<string>;
  /** With `range`, everything from the last one toggled. */
  toggle: (key: string, range: boolean) => void;
  set: (keys: readonly string[]) => void;
}

/** Which of the rows are selected; `all` are their keys in order. */
export function useSelection(all: readonly string[]): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const toggle = (key: string, range: boolean) => {
    const [from, to] = [all.indexOf(last.current ?? key), all.indexOf(key)];
    const touched =
      range && from >= 0 ? all.slice(Math.min(from, to), Math.max(from, to) + 1) : [key];
    const next = new Set(keys);
    for (const one of touched)
      if (keys.has(key)) next.delete(one);
      else next.add(one);
    last.current = key;
    setKeys(next);
  };
  return { keys, toggle, set: (chosen) => setKeys(new Set(chosen)) };
}
