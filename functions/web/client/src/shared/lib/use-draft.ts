import { useCallback, useMemo, useState, useSyncExternalStore } from "react";

const PREFIX = "portal.draft.";
const CHANGED = "portal:draft";

/** What the device would not keep, its store being full: it lives as long as the page. */
const unkept = new Map<string, string>();

function textOf(key: string): string | null {
  try {
    return unkept.get(key) ?? localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

function parsed<T extends object>(text: string | null, empty: T): T {
  try {
    return text === null ? empty : { ...empty, ...(JSON.parse(text) as T) };
  } catch {
    return empty;
  }
}

/** Puts a draft where whoever edits it, now or later, finds it. */
export function writeDraft(key: string, value: object | null): void {
  unkept.delete(key);
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    if (value !== null) unkept.set(key, JSON.stringify(value));
  }
  dispatchEvent(new Event(CHANGED));
}

export function readDraft<T extends object>(key: string, empty: T): T {
  return parsed(textOf(key), empty);
}

/** Hears of drafts that this page changes, and of those that another page of this device does. */
function subscribe(onChange: () => void): () => void {
  addEventListener(CHANGED, onChange);
  addEventListener("storage", onChange);
  return () => {
    removeEventListener(CHANGED, onChange);
    removeEventListener("storage", onChange);
  };
}

/**
 * Something half-written that outlives the page, on this device, under `key`.
 *
 * Returns the draft, a setter of some of its fields, and what forgets it. `empty` is the draft of one who has
 * written nothing, and is read once.
 */
export function useDraft<T extends object>(
  key: string,
  empty: T,
): [T, (part: Partial<T>) => void, () => void] {
  const [first] = useState(empty);
  // Read from the store itself: what is typed before the page has begun to listen is not lost either.
  const text = useSyncExternalStore(subscribe, () => textOf(key));
  const value = useMemo(() => parsed(text, first), [text, first]);
  const change = useCallback(
    (part: Partial<T>) => writeDraft(key, { ...readDraft(key, first), ...part }),
    [key, first],
  );
  const forget = useCallback(() => writeDraft(key, null), [key]);
  return [value, change, forget];
}

/** Forgets everybody's drafts, for a device that somebody else is going to use. */
export function forgetDrafts(): void {
  unkept.clear();
  for (const key of Object.keys(localStorage))
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

/** Under which key a contact is begun that a business card tells of. */
export const CONTACT_FROM_CARD = "contact-from-card";

/** Under which key a card's unsent letter is kept. */
export function letterDraftKey(card: string): string {
  return `letter.${card}`;
}
