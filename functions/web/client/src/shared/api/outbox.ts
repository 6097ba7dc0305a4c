import { api, type Schemas } from "./client";
import { type ProblemError, toProblem } from "./problem";

type NewMail = Schemas["NewMail"];

/** A letter on its way to the portal, which holds it as long as it can be taken back. `key` makes a repetition harmless. */
export interface WaitingLetter {
  key: string;
  personId: string;
  sendAt: number;
  body: NewMail;
  /** What it was written as, for whoever goes on writing it when it comes back. */
  draft: object;
}

export interface OutboxEvents {
  sent: (letter: WaitingLetter, id: string) => void;
  failed: (letter: WaitingLetter, problem: ProblemError) => void;
}

/** A letter that the portal has, and its id there. */
export interface SentLetter {
  id: string;
  letter: WaitingLetter;
}

/** Where the letters stand that have reached the portal from this page. */
export function sentKey(card: { kind: string; id: string }) {
  return ["sent-letters", card.kind, card.id] as const;
}

const STORE = "portal.outbox";
/** What a browser sends after its page is gone: 64 KiB, headers included. */
const KEEPALIVE_BYTES = 60_000;

/**
 * Letters between "send" and the portal. They live on the device until the portal has them: without a connection they
 * wait, and a page that was torn down sends them when it is next opened.
 */
export class Outbox {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();
  private events: OutboxEvents | null = null;
  private letters = read();

  constructor(
    private readonly post: (letter: WaitingLetter, last: boolean) => Promise<string> = postLetter,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What waits on this device; the same list until something changes. */
  readonly waiting = (): readonly WaitingLetter[] => this.letters;

  /** Begins to send for a person, with what an earlier page left. Ends with the returned function. */
  start(personId: string, events: OutboxEvents): () => void {
    this.events = events;
    for (const letter of read()) if (letter.personId === personId) this.schedule(letter);
    const flush = () => this.flush(personId);
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      for (const timer of this.timers.values()) clearTimeout(timer);
      this.timers.clear();
      this.events = null;
    };
  }

  add(personId: string, body: NewMail, inMs: number, draft: object = {}): WaitingLetter {
    const letter = { key: crypto.randomUUID(), personId, sendAt: Date.now() + inMs, body, draft };
    this.keep([...read(), letter]);
    this.schedule(letter);
    return letter;
  }

  /** Takes a letter back; false when it has gone. */
  cancel(key: string): boolean {
    const timer = this.timers.get(key);
    if (timer === undefined) return false;
    clearTimeout(timer);
    this.timers.delete(key);
    this.forget(key);
    return true;
  }

  private schedule(letter: WaitingLetter): void {
    const wait = Math.max(0, letter.sendAt - Date.now());
    clearTimeout(this.timers.get(letter.key));
    this.timers.set(
      letter.key,
      setTimeout(() => void this.send(letter), wait),
    );
  }

  private async send(letter: WaitingLetter): Promise<void> {
    this.timers.delete(letter.key);
    // Another page of the same person may have sent it, or taken it back.
    if (!read().some(({ key }) => key === letter.key)) {
      this.keep(read());
      return;
    }
    try {
      const id = await this.post(letter, false);
      this.events?.sent(letter, id);
      this.forget(letter.key);
    } catch (error) {
      this.failed(letter, toProblem(error));
    }
  }

  private failed(letter: WaitingLetter, problem: ProblemError): void {
    if (problem.offline) {
      this.schedule({ ...letter, sendAt: Date.now() + 15_000 });
      return;
    }
    this.forget(letter.key);
    this.events?.failed(letter, problem);
  }

  private flush(personId: string): void {
    for (const letter of read())
      if (letter.personId === personId) void this.post(letter, true).catch(() => undefined);
  }

  private forget(key: string): void {
    this.keep(read().filter((letter) => letter.key !== key));
  }

  private keep(letters: WaitingLetter[]): void {
    localStorage.setItem(STORE, JSON.stringify(letters));
    this.letters = letters;
    for (const listener of this.listeners) listener();
  }
}

async function postLetter(letter: WaitingLetter, last: boolean): Promise<string> {
  const keepalive = last && JSON.stringify(letter.body).length * 2 < KEEPALIVE_BYTES;
  if (last && !keepalive) return "";
  const { data } = await api.POST("/api/communications/mail", {
    body: letter.body,
    headers: { "Idempotency-Key": letter.key },
    keepalive,
  });
  return data?.id ?? "";
}

function read(): WaitingLetter[] {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? "[]") as WaitingLetter[];
  } catch {
    return [];
  }
}

export const outbox = new Outbox();
