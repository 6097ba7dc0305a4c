import { createContext, use } from "react";
import type { LetterDraft } from "./composer/letter-draft";

type Write = (part?: Partial<LetterDraft>) => void;

/** Begins a letter from anywhere on the card. */
export const WriteContext = createContext<Write>(() => undefined);

export function useWrite(): Write {
  return use(WriteContext);
}
