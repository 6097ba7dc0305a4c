import { useCallback, useEffect, useState } from "react";

const PREFIX = "portal.draft.";
const CHANGED = "portal:draft";

function read<T extends object>(key: string, empty: T): T {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? empty : { ...empty, ...(JSON.parse(kept) as T) };
  } catch {
    return empty;
  }
}

/** Puts a draft where whoever edits it, now or later, finds it. */
export function writeDraft(key: string, value: object | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full store costs the copy on the device; the text in the box stays.
  }
  dispatchEvent(new CustomEvent(CHANGED, { detail: { key, value } }));
}

export function readDraft<T extends object>(key: string, empty: T): T {
  return read(key, empty);
}

/**
 * Something half-written that outlives the page, on this device, under `key`.
 *
 * Returns the draft, a setter of some of its fields, and what forgets it. `empty` is the draft of one who has
 * written nothing, and is read once for each key.
 */
export function useDraft<T extends object>(
  key: string,
  empty: T,
): [T, (part: Partial<T>) => void, () => void] {
  const [first] = useState(empty);
  const [state, setState] = useState(() => ({ key, value: read(key, empty) }));
  const current = state.key === key ? state : { key, value: read(key, first) };
  if (current !== state) setState(current);
  useEffect(() => {
    const onChange = (event: Event) => {
      const { detail } = event as CustomEvent<{ key: string; value: T | null }>;
      if (detail.key === key) setState({ key, value: detail.value ?? first });
    };
    addEventListener(CHANGED, onChange);
    return () => removeEventListener(CHANGED, onChange);
  }, [key, first]);
  const change = useCallback(
    (part: Partial<T>) => writeDraft(key, { ...read(key, first), ...part }),
    [key, first],
  );
  const forget = useCallback(() => writeDraft(key, null), [key]);
  return [current.value, change, forget];
}

/** Forgets everybody's drafts, for a device that somebody else is going to use. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

/** Under which key a contact is begun that a business card tells of. */
export const CONTACT_FROM_CARD = "contact-from-card";

/** Under which key a card's unsent letter is kept. */
export function letterDraftKey(card: string): string {
  return `letter.${card}`;
}
