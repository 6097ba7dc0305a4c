import { useMediaQuery } from "@mantine/hooks";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useFiling } from "./folders/use-filing";
import type { ListedLetter, State } from "./letters";
import { useLetters } from "./queries";
import { type Put, useMoves } from "./use-moves";
import { useSameSender } from "./use-same-sender";

/** So many letters ahead of the open one are there before they are asked for. */
const AHEAD = 8;

/** The letters of a state, the open one among them, and what can be done. */
export function useInbox() {
  const { letterId } = useParams({ strict: false });
  const { state = "unlinked", folder }: { state?: State; folder?: string } = useSearch({
    strict: false,
  });
  const wide = useMediaQuery("(min-width: 900px)", true);
  const navigate = useNavigate();
  const open = (id: string | undefined) => {
    // The list stays where it is: it follows the open letter by itself.
    const how = { search: true, replace: true, resetScroll: false } as const;
    void (id
      ? navigate({ to: "/inbox/$letterId", params: { letterId: id }, ...how })
      : navigate({ to: "/inbox", ...how }));
  };
  const query = useLetters(state, folder);
  const moves = useMoves(open);
  const filing = useFiling();

  const listed = query.data?.pages.flatMap((page) => page.items) ?? [];
  const letters = listed.filter((letter) => {
    const inFolder = filing.folderOf(letter);
    if (folder) return inFolder === folder;
    const here = (moves.places.get(letter.id) ?? state) === state;
    return here && (state !== "unlinked" || inFolder === null);
  });
  const openId = letterId ?? (wide ? letters[0]?.id : undefined);
  useReadAhead(query, letters.length - letters.findIndex(({ id }) => id === openId));

  const goOn = (leaving: readonly ListedLetter[]) => {
    const gone = new Set(leaving.map(({ id }) => id));
    const at = letters.findIndex(({ id }) => id === openId);
    if (!openId || !gone.has(openId)) return;
    const ahead = letters.slice(at + 1).find(({ id }) => !gone.has(id));
    const behind = letters.slice(0, Math.max(at, 0)).findLast(({ id }) => !gone.has(id));
    open((ahead ?? behind)?.id);
  };
  const same = useSameSender(moves, letters, goOn);
  const put: Put = (letter, to, title) => {
    if (state === "unlinked" && !folder) goOn([letter]);
    const made = moves.move(letter, to, title);
    same.watch(state === "unlinked" ? made : null);
  };
  const takeOff = (letter: ListedLetter) => {
    if (state !== "unlinked") goOn([letter]);
    moves.move(letter, null, "");
  };
  const putAside = (letter: ListedLetter) => {
    goOn([letter]);
    moves.move(letter, "aside", "");
  };
  const file: typeof filing.file = (letter, folderId, name) => {
    if (folder ?? (state === "unlinked" && folderId)) goOn([letter]);
    filing.file(letter, folderId, name);
  };
  const isOpen = letterId !== undefined;
  const does = { open, put, takeOff, putAside, file };
  return { state, folder, query, letters, openId, isOpen, ...does, moves, same, filing };
}

export type Inbox = ReturnType<typeof useInbox>;

/** Whoever walks through the letters by keys does not come to the end of a page. */
function useReadAhead(query: ReturnType<typeof useLetters>, ahead: number) {
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const wanted = hasNextPage && !isFetching && ahead < AHEAD;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
}
