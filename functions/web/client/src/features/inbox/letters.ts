import type { CardRef, Schemas } from "@/shared/api";

export type ListedLetter = Schemas["CommunicationItem"];
export type WholeLetter = Schemas["CommunicationView"];
export type State = ListedLetter["state"];

/** A card to be made from a letter, or one that is there. */
export type Target = CardRef | "lead" | "contact";

const MOST_LETTERS_OF_A_NAME = 200;

/** The lead that a letter of a stranger begins: called by its subject, else by who wrote. */
export function leadFrom({ subject, from }: Pick<ListedLetter, "subject" | "from">) {
  const title = (subject.trim() || nameOf(from)).slice(0, MOST_LETTERS_OF_A_NAME);
  return {
    title,
    name: nameOf(from),
    emails: [from.address],
    phones: [],
    participant_ids: [],
    status: "new" as const,
    // A letter must not wait for what only a person can fill in: the card shows what it lacks.
    own_later: true,
  };
}

export function contactFrom({ from }: Pick<ListedLetter, "from">) {
  return {
    name: nameOf(from),
    emails: [from.address],
    phones: [],
    handles: [],
    participant_ids: [],
    own_later: true,
  };
}

/** The sender's name; his address where he gives none. */
export function nameOf(from: Schemas["AddressView"]): string {
  return (from.name.trim() || from.address).slice(0, MOST_LETTERS_OF_A_NAME);
}

/** The letter to go on with when one leaves the list: the next, at the end the one before. */
export function neighbourOf(
  letters: readonly { id: string }[],
  id: string,
  step: 1 | -1 = 1,
): string | undefined {
  const at = letters.findIndex((letter) => letter.id === id);
  if (at < 0) return letters[0]?.id;
  return letters[at + step]?.id;
}

type Sent = Pick<ListedLetter, "id" | "from" | "authenticated">;

/** What else waits of the sender of a letter; nothing of who may only pretend to be him. */
export function othersOf<Letter extends Sent>(letters: readonly Letter[], of: Sent): Letter[] {
  if (!of.authenticated) return [];
  return letters.filter(
    (letter) =>
      letter.id !== of.id && letter.authenticated && letter.from.address === of.from.address,
  );
}
