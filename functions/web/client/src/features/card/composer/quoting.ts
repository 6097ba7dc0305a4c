import { escaped, htmlOfText, prefixed } from "@/shared/ui/rich-text/plain-text";

/** What stands under an answer: the letter answered, and who wrote it when. */
export interface Quote {
  /** "On 24 November 2026 at 08:33 Пётр Ладогин <petr@ladoga.example> wrote:" */
  heading: string;
  text: string;
  html: string;
}

interface Texts {
  text: string;
  html: string;
}

const ANSWER = /^\s*(re|ответ|отв|aw)\s*(\[\d+\])?\s*:\s*/i;
const FORWARD = /^\s*(fwd?|пересл|пер|wg)\s*:\s*/i;

/** The subject of an answer: "Re:" once, however many there were. */
export function answerSubject(subject: string): string {
  return `Re: ${without(subject, ANSWER)}`.trim();
}

export function forwardSubject(subject: string): string {
  return `Fwd: ${without(subject, FORWARD)}`.trim();
}

function without(subject: string, prefix: RegExp): string {
  let rest = subject;
  while (prefix.test(rest)) rest = rest.replace(prefix, "");
  return rest.trim();
}

/** A letter's own text with what it quotes beneath it. */
export function withQuote(letter: Texts, quote: Quote | null): Texts {
  if (!quote) return letter;
  return {
    text: `${letter.text}\n\n${quote.heading}\n${prefixed(quote.text, "> ")}`,
    html: `${letter.html}<p>${escaped(quote.heading)}</p><blockquote>${quote.html}</blockquote>`,
  };
}

/** The quote of a letter: its own words, since what it quotes itself is known to those who wrote it. */
export function quoteOf(letter: Texts, heading: string): Quote {
  return { heading, text: letter.text, html: htmlOfText(letter.text) };
}
