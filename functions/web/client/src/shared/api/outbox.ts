import { api, type Schemas } from "./client";
import { type ProblemError, toProblem } from "./problem";

type NewMail = Schemas["NewMail"];

/** A letter that the person has sent and can still take back. `key` makes sending it twice harmless. */
export interface WaitingLetter {
  key: string;
  personId: string;
  sendAt: number;
  body: NewMail;
}

export interface OutboxEvents {
  sent: (letter: WaitingLetter) => void;
  failed: (letter: WaitingLetter, problem: ProblemError) => void;
}

const STORE = "portal.outbox";
/** What a browser sends after its page is gone: 64 KiB, headers included. */
const KEEPALIVE_BYTES = 60_000;

/**
 * Letters between "send" and sending. They live on the device until the portal has them: a page that is closed
 * sends at once, and one that was torn down sends when it is next opened.
 */
export class Outbox {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private events: OutboxEvents | null = null;

  constructor(
    private readonly post: (letter: WaitingLetter, last: boolean) => Promise<unknown> = postLetter,
  ) {}

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

  add(personId: string, body: NewMail, inMs: number): WaitingLetter {
    const letter = { key: crypto.randomUUID(), personId, sendAt: Date.now() + inMs, body };
    write([...read(), letter]);
    this.schedule(letter);
    return letter;
  }

  /** Takes a letter back; false when it has gone. */
  cancel(key: string): boolean {
    const timer = this.timers.get(key);
    if (timer === undefined) return false;
    clearTimeout(timer);
    this.timers.delete(key);
    forget(key);
    return true;
  }

  private schedule(letter: WaitingLetter): void {
    const wait = Math.max(0, letter.sendAt - Date.now());
    this.timers.set(
      letter.key,
      setTimeout(() => void this.send(letter), wait),
    );
  }

  private async send(letter: WaitingLetter): Promise<void> {
    this.timers.delete(letter.key);
    try {
      await this.post(letter, false);
      forget(letter.key);
      this.events?.sent(letter);
    } catch (error) {
      this.failed(letter, toProblem(error));
    }
  }

  private failed(letter: WaitingLetter, problem: ProblemError): void {
    if (problem.offline) {
      this.schedule({ ...letter, sendAt: Date.now() + 15_000 });
      return;
    }
    forget(letter.key);
    this.events?.failed(letter, problem);
  }

  private flush(personId: string): void {
    for (const letter of read())
      if (letter.personId === personId) void this.post(letter, true).catch(() => undefined);
  }
}

async function postLetter(letter: WaitingLetter, last: boolean): Promise<void> {
  const keepalive = last && JSON.stringify(letter.body).length * 2 < KEEPALIVE_BYTES;
  if (last && !keepalive) return;
  await api.POST("/api/communications/mail", {
    body: letter.body,
    headers: { "Idempotency-Key": letter.key },
    keepalive,
  });
}

function read(): WaitingLetter[] {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? "[]") as WaitingLetter[];
  } catch {
    return [];
  }
}

function write(letters: readonly WaitingLetter[]): void {
  localStorage.setItem(STORE, JSON.stringify(letters));
}

function forget(key: string): void {
  write(read().filter((letter) => letter.key !== key));
}

export const outbox = new Outbox();
