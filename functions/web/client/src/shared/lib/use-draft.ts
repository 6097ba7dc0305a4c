import { useCallback, useState } from "react";

const PREFIX = "portal.draft.";

function read<T>(key: string, empty: T): T {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? empty : { ...empty, ...(JSON.parse(kept) as T) };
  } catch {
    return empty;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full store costs the copy on disk; the text in the box stays.
  }
}

/**
 * Something half-written that outlives the page, on this device, under `key`.
 *
 * Returns the draft, a setter of some of its fields, and what forgets it.
 */
export function useDraft<T extends object>(
  key: string,
  empty: T,
): [T, (part: Partial<T>) => void, () => void] {
  const [state, setState] = useState(() => ({ key, value: read(key, empty) }));
  const value = state.key === key ? state.value : read(key, empty);
  const change = useCallback(
    (part: Partial<T>) =>
      setState((before) => {
        const from = before.key === key ? before.value : read(key, empty);
        const next = { ...from, ...part };
        write(key, next);
        return { key, value: next };
      }),
    // A draft's emptiness never changes under the same key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key],
  );
  const forget = useCallback(() => {
    localStorage.removeItem(PREFIX + key);
    setState({ key, value: empty });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return [value, change, forget];
}

/** Forgets everybody's drafts, for a device that somebody else is going to use. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
