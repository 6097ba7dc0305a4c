import { createContext, use } from "react";
import { partedAt } from "./find";

/** What is looked for on the card, and the entry at which one is. */
export interface Finding {
  query: string;
  currentId: string | null;
}

export const FindingContext = createContext<Finding>({ query: "", currentId: null });

/** A text with what is looked for marked in it. */
export function Marked({ text }: { text: string }) {
  const { query } = use(FindingContext);
  return partedAt(text, query).map((part, index) =>
    index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
  );
}

export function useIsCurrent(id: string): boolean {
  return use(FindingContext).currentId === id;
}
