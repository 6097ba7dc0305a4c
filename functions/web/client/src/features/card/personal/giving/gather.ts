import { api, bodyOf, type CardRef, cardText, type Schemas } from "@/shared/api";
import { readLetter } from "../../timeline/queries";
import type { PersonCard } from "../use-kept";

export type Letter = Schemas["CommunicationView"];
export type Entry = Schemas["EntryView"];
export type Change = Schemas["ChangeView"];
export type Document = Schemas["DocumentView"];

/** What the portal keeps of a person, as its reader may see it. */
export interface Gathered {
  entries: Entry[];
  letters: Letter[];
  changes: Change[];
  documents: Document[];
  deals: Schemas["DealView"][];
}

export interface Progress {
  done: number;
  total: number;
}

// The journal gives no longer pages.
const PAGE = 30;
const AT_ONCE = 4;
const OF_COMMUNICATIONS = new Set<Entry["kind"]>(["mail", "message"]);

/** Reads everything, a page and a letter at a time; an abort ends it. */
export async function gather(
  card: PersonCard,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Gathered> {
  const [entries, changes, documents, deals] = await Promise.all([
    all(timeline(card), signal),
    all(history(card), signal),
    all(files(card), signal),
    card.kind === "contact" ? all(dealsOf(card), signal) : [],
  ]);
  const told = entries.filter((entry) => OF_COMMUNICATIONS.has(entry.kind));
  const ids = [...new Set(told.map(({ source }) => source.id))];
  const letters = await each(ids, readLetter, onProgress, signal);
  return { entries, letters, changes, documents, deals };
}

interface Page<T> {
  items: T[];
  next: string | null;
}

async function all<T>(
  page: (query: { limit: number; cursor?: string }) => Promise<Page<T>>,
  signal: AbortSignal,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    signal.throwIfAborted();
    const found = await page({ limit: PAGE, cursor });
    items.push(...found.items);
    cursor = found.next ?? undefined;
  } while (cursor);
  return items;
}

/** Asks for some at once, in their order; what may not be read is left out. */
export async function each<T, R>(
  items: readonly T[],
  read: (item: T) => Promise<R>,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<R[]> {
  const found: R[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    signal.throwIfAborted();
    onProgress({ done: start, total: items.length });
    const some = items.slice(start, start + AT_ONCE).map(read);
    for (const answer of await Promise.allSettled(some)) {
      if (answer.status === "fulfilled") found.push(answer.value);
    }
  }
  return found;
}

function timeline({ kind, id: card_id }: PersonCard) {
  return (query: { limit: number; cursor?: string }) => {
    const params = { path: { card_id }, query };
    return kind === "contact"
      ? bodyOf(api.GET("/api/crm/contacts/{card_id}/timeline", { params }))
      : bodyOf(api.GET("/api/crm/leads/{card_id}/timeline", { params }));
  };
}

function history({ kind, id: card_id }: PersonCard) {
  return (query: { limit: number; cursor?: string }) => {
    const params = { path: { card_id }, query };
    return kind === "contact"
      ? bodyOf(api.GET("/api/crm/contacts/{card_id}/changes", { params }))
      : bodyOf(api.GET("/api/crm/leads/{card_id}/changes", { params }));
  };
}

function files(card: CardRef) {
  return (query: { limit: number; cursor?: string }) =>
    bodyOf(api.GET("/api/documents", { params: { query: { ...query, card: cardText(card) } } }));
}

function dealsOf({ id: contact_id }: PersonCard) {
  return (query: { limit: number; cursor?: string }) =>
    bodyOf(api.GET("/api/crm/deals", { params: { query: { ...query, contact_id } } }));
}
