import type { CardRef, Schemas } from "@/shared/api";
import type { Answering } from "../composer/use-answering";
import type { Entry } from "./queries";

/** What an entry of any kind is drawn from; `fresh` is what came since the last visit. */
export interface EntryProps {
  card: CardRef;
  entry: Entry;
  fresh: boolean;
  onAnswer: (letter: Schemas["CommunicationView"], how: Answering) => void;
}
