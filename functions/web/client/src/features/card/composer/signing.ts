import { plainTextOf } from "@/shared/ui/rich-text/plain-text";

interface Texts {
  text: string;
  html: string;
}

/** A letter's own words with the signature, which is markup, beneath and before what it quotes; plain mail has the mark that programs know. */
export function withSignature(letter: Texts, signature: string): Texts {
  if (!signature) return letter;
  return {
    text: `${letter.text}\n\n-- \n${plainTextOf(signature)}`,
    html: `${letter.html}${signature}`,
  };
}

const ATTACHED =
  /(^|[^а-яё])(прилагаю|прилагаем|приложил|приложила|приложен(?!и)|во вложени|вложил|прикрепил|прикрепляю|прикреплен|прикреплён|в приложении)|\b(attached|attachment|enclosed)\b/i;

/** Whether a letter speaks of a file that goes with it. */
export function speaksOfFiles(text: string): boolean {
  return ATTACHED.test(text);
}
