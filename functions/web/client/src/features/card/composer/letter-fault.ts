import { isAddress } from "./recipients";

const MOST_RECIPIENTS = 50;
const LONGEST_TEXT = 50_000;

interface Ready {
  to: readonly string[];
  cc: readonly string[];
  bcc: readonly string[];
  subject: string;
  text: string;
  /** Files that are not up yet, or have failed. */
  going: number;
}

/** What keeps a letter from being sent, with the message that says how to mend it. */
export type LetterFault =
  | { field: "to"; message: "letterNoRecipient" | "letterWrongRecipient" | "letterTooMany" }
  | { field: "cc" | "bcc"; message: "letterWrongRecipient" }
  | { field: "subject"; message: "letterNoSubject" }
  | { field: "text"; message: "letterNoText" | "letterTooLong" }
  | { field: "files"; message: "letterFilesGoing" };

/** The first fault of a letter, in the order of its fields; null when it can go. */
export function letterFault(letter: Ready): LetterFault | null {
  if (letter.to.length === 0) return { field: "to", message: "letterNoRecipient" };
  if (!letter.to.every(isAddress)) return { field: "to", message: "letterWrongRecipient" };
  if (!letter.cc.every(isAddress)) return { field: "cc", message: "letterWrongRecipient" };
  if (!letter.bcc.every(isAddress)) return { field: "bcc", message: "letterWrongRecipient" };
  if (letter.to.length + letter.cc.length + letter.bcc.length > MOST_RECIPIENTS)
    return { field: "to", message: "letterTooMany" };
  if (letter.subject.trim() === "") return { field: "subject", message: "letterNoSubject" };
  if (letter.text === "") return { field: "text", message: "letterNoText" };
  if (letter.text.length > LONGEST_TEXT) return { field: "text", message: "letterTooLong" };
  return letter.going > 0 ? { field: "files", message: "letterFilesGoing" } : null;
}
