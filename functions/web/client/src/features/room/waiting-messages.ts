/** A message that the portal does not have yet. `key` makes sending it twice harmless. */
export interface WaitingMessage {
  key: string;
  text: string;
  at: string;
  /** The record that it has become; its place in the conversation follows a moment later. */
  id?: string;
  /** Why the portal refused it, in the reader's words. */
  refused?: string;
}

const PREFIX = "portal.draft.sent.";

/**
 * Messages on this device, of one person about one deal, oldest first.
 *
 * They stand among the drafts, so that whoever signs out leaves none.
 */
export function waitingMessages(personId: string, dealId: string): WaitingMessage[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(personId, dealId)) ?? "[]") as WaitingMessage[];
  } catch {
    return [];
  }
}

export function keepMessages(
  personId: string,
  dealId: string,
  messages: readonly WaitingMessage[],
): void {
  try {
    if (messages.length === 0) localStorage.removeItem(keyOf(personId, dealId));
    else localStorage.setItem(keyOf(personId, dealId), JSON.stringify(messages));
  } catch {
    // Without a store they live as long as the page does.
  }
}

/** Those that the conversation does not show by itself yet. */
export function stillWaiting(
  messages: readonly WaitingMessage[],
  shown: ReadonlySet<string>,
): WaitingMessage[] {
  return messages.filter(({ id }) => id === undefined || !shown.has(id));
}

function keyOf(personId: string, dealId: string): string {
  return `${PREFIX}${personId}.${dealId}`;
}
