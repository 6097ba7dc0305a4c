import type { CardRef } from "@/shared/api";
import type { ListedLetter, State, Target } from "./letters";

/** How letters are moved; each may be sent twice without harm. */
export interface Post {
  put: (letter: ListedLetter, to: Target) => Promise<CardRef>;
  takeOff: (letter: ListedLetter) => Promise<void>;
  putAside: (letter: ListedLetter) => Promise<void>;
}

/** A card for a letter, no card because it needs none, or none yet. */
export type Place = Target | "aside" | null;

/** A letter put on a card or aside, or with no card taken off the one it stood on. */
export interface Move {
  letter: ListedLetter;
  to: Place;
  title: string;
  /** The card it comes to stand on, once it is known: a card may have to be made first. */
  card: Promise<CardRef | null>;
}

/**
 * What a person does to letters, as fast as he does it. Each letter is where he put it at once; what is sent for one
 * letter goes in the order of his words, whatever is under way for the others.
 */
export class Moves {
  private readonly chains = new Map<string, Promise<unknown>>();
  private readonly listeners = new Set<() => void>();
  private made: Move[] = [];
  private places: ReadonlyMap<string, State> = new Map();
  private sending = 0;

  constructor(
    private readonly post: Post,
    private readonly onIdle: (ids: readonly string[]) => Promise<unknown>,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Where letters are that the list may not know of yet. */
  readonly current = (): ReadonlyMap<string, State> => this.places;

  /** Whether something has still to reach the portal. */
  get busy(): boolean {
    return this.sending > 0;
  }

  /** The last one that has not been taken back. */
  get last(): Move | undefined {
    return this.made.at(-1);
  }

  /** Whether a move stands: it was neither refused nor taken back. */
  has(move: Move): boolean {
    return this.made.includes(move);
  }

  move(letter: ListedLetter, to: Place, title: string): Move {
    const card = this.send(letter, to);
    const move = { letter, to, title, card };
    this.made.push(move);
    card.catch(() => {
      this.made = this.made.filter((each) => each !== move);
    });
    return move;
  }

  /** Takes a move back; the letter is again where it was. */
  undo(move: Move): Promise<unknown> {
    this.made = this.made.filter((each) => each !== move);
    const { state, cards } = move.letter;
    const before = state === "linked" ? (cards[0] ?? null) : state === "aside" ? "aside" : null;
    return this.send(move.letter, before);
  }

  private send(letter: ListedLetter, to: Place): Promise<CardRef | null> {
    const was = this.places.get(letter.id);
    this.place(letter.id, to === null ? "unlinked" : to === "aside" ? "aside" : "linked");
    this.sending += 1;
    const before = this.chains.get(letter.id) ?? Promise.resolve();
    const sent = before.catch(() => undefined).then(() => this.said(letter, to));
    this.chains.set(letter.id, sent);
    sent.catch(() => this.place(letter.id, was)).finally(() => void this.settle());
    return sent;
  }

  private async said(letter: ListedLetter, to: Place): Promise<CardRef | null> {
    if (to === null) await this.post.takeOff(letter);
    else if (to === "aside") await this.post.putAside(letter);
    else return this.post.put(letter, to);
    return null;
  }

  private async settle(): Promise<void> {
    this.sending -= 1;
    if (this.sending > 0) return;
    const ids = [...this.chains.keys()];
    await this.onIdle(ids);
    // The list knows by now; unless the person has gone on meanwhile, there is nothing to correct in it.
    if (this.sending > 0) return;
    for (const id of ids) this.chains.delete(id);
    this.places = new Map();
    this.tell();
  }

  private place(id: string, state: State | undefined): void {
    const places = new Map(this.places);
    if (state) places.set(id, state);
    else places.delete(id);
    this.places = places;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
