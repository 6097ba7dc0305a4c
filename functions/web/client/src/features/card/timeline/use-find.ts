import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Schemas } from "@/shared/api";
import { contains } from "./find";
import type { Entry } from "./queries";

export interface Find {
  query: string;
  setQuery: (query: string) => void;
  /** The finds among what is loaded, in order. */
  count: number;
  /** Which of them one is at, from 0. */
  index: number;
  currentId: string | null;
  /** Whether more is being loaded to look through. */
  searching: boolean;
  next: () => void;
  previous: () => void;
}

interface Pages {
  entries: readonly Entry[];
  hasMore: boolean;
  loading: boolean;
  more: () => void;
}

/** Looks for words on a card: in what is loaded, then in what came before, until something is found. */
export function useFind({ entries, hasMore, loading, more }: Pages): Find {
  const client = useQueryClient();
  const [query, setQuery] = useState("");
  const [index, setIndex] = useState(0);
  const [wanted, setWanted] = useState(false);
  const matches = useMemo(() => {
    if (query.trim() === "") return [];
    return entries.filter((entry) => contains(entry, query, letterText(client, entry)));
  }, [client, entries, query]);
  const at = Math.min(index, Math.max(matches.length - 1, 0));
  // One more page at a time, while none of those that are there holds another find.
  const short =
    query.trim() !== "" && (matches.length === 0 || (wanted && index >= matches.length));
  const asking = short && hasMore;
  const load = useRef(more);
  useEffect(() => {
    load.current = more;
  });
  useEffect(() => {
    if (asking && !loading) load.current();
  }, [asking, loading]);
  const go = (to: number) => {
    setWanted(to >= matches.length && hasMore);
    setIndex(
      matches.length === 0
        ? 0
        : to >= matches.length && !hasMore
          ? 0
          : to < 0
            ? matches.length - 1
            : to,
    );
  };
  return {
    query,
    setQuery: (text) => {
      setQuery(text);
      setIndex(0);
      setWanted(false);
    },
    count: matches.length,
    index: at,
    currentId: matches[at]?.id ?? null,
    searching: asking,
    next: () => go(at + 1),
    previous: () => go(at - 1),
  };
}

/** The whole of a letter that has been opened: its entry has only how it begins. */
function letterText(client: ReturnType<typeof useQueryClient>, entry: Entry): string {
  if (entry.kind !== "mail") return "";
  const letter = client.getQueryData<Schemas["CommunicationView"]>(["letter", entry.source.id]);
  return letter ? `${letter.text} ${letter.history}` : "";
}
