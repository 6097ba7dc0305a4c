import type { Schemas } from "@/shared/api";
import { htmlOfText } from "@/shared/ui/rich-text/plain-text";
import { sameAddress } from "./recipients";
import { answerSubject, forwardSubject, type Quote, quoteOf } from "./quoting";

type Letter = Schemas["CommunicationView"];

export interface KeptFile {
  id: string;
  name: string;
  size: number;
}

export interface LetterDraft {
  /** Null until chosen: then it is the card's first address. */
  to: string[] | null;
  cc: string[];
  bcc: string[];
  subject: string;
  html: string;
  replyToId: string | null;
  quote: Quote | null;
  /** Files that have been uploaded already. */
  files: KeptFile[];
  /** When it is to leave; null for right away. */
  leaveAt: string | null;
  /** Whether it stays when the client writes before that. */
  unlessAnswered: boolean;
  /** Which mailbox it is written from; null when the portal chooses. */
  mailboxId: string | null;
  /** Whether the signature stands under it. */
  signed: boolean;
}

export const EMPTY_LETTER: LetterDraft = {
  to: null,
  cc: [],
  bcc: [],
  subject: "",
  html: "",
  replyToId: null,
  quote: null,
  files: [],
  leaveAt: null,
  unlessAnswered: false,
  mailboxId: null,
  signed: true,
};

/** Whether anything was written that would be a pity to lose. */
export function isWritten(draft: LetterDraft): boolean {
  return draft.html !== "" || draft.files.length > 0;
}

/** An answer: to who wrote, or to those whom we wrote to. With `all`, to everybody but ourselves. */
export function answerTo(letter: Letter, heading: string, all = false): Partial<LetterDraft> {
  const own = [
    ...letter.mailboxes,
    ...(letter.direction === "outbound" ? [letter.from.address] : []),
  ];
  const others = (addresses: readonly string[]) =>
    addresses.filter((address) => !own.some((each) => sameAddress(each, address)));
  const to = letter.direction === "inbound" ? [letter.from.address] : addressesOf(letter.to);
  const rest = letter.direction === "inbound" ? addressesOf(letter.to) : [];
  const cc = all ? others([...rest, ...addressesOf(letter.cc)]) : [];
  return {
    to,
    cc: cc.filter((address) => !to.some((each) => sameAddress(each, address))),
    bcc: [],
    subject: answerSubject(letter.subject),
    replyToId: letter.id,
    quote: quoteOf(letter, heading),
  };
}

/** A new letter to somebody else that holds this one. */
export function forwardOf(letter: Letter, heading: string): Partial<LetterDraft> {
  return {
    to: [],
    cc: [],
    bcc: [],
    subject: forwardSubject(letter.subject),
    replyToId: null,
    quote: quoteOf(letter, heading),
  };
}

/** A letter that was stopped, as it is gone on with. */
export function draftOf(taken: Schemas["TakenBackView"]): LetterDraft {
  const { at, planned, unless_answered: unlessAnswered } = taken.departure;
  return {
    to: taken.to,
    cc: taken.cc,
    bcc: taken.bcc,
    subject: taken.subject,
    html: taken.html || htmlOfText(taken.text),
    replyToId: taken.reply_to_id,
    quote: null,
    files: taken.attachments,
    leaveAt: planned && Date.parse(at) > Date.now() ? at : null,
    unlessAnswered,
    mailboxId: null,
    // It stands in the text already.
    signed: false,
  };
}

/** How many others an answer to all would reach besides. */
export function othersOf(letter: Letter): number {
  return answerTo(letter, "", true).cc?.length ?? 0;
}

function addressesOf(people: readonly Schemas["AddressView"][]): string[] {
  return people.map((one) => one.address);
}
