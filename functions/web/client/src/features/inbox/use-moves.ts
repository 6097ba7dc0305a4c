import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useToasts } from "@/shared/ui";
import type { ListedLetter, Target } from "./letters";
import { type Move, Moves, type Place } from "./moves";
import { post, refreshLetters } from "./queries";

/** Puts a letter on a card; `title` is what the person is told. */
export type Put = (letter: ListedLetter, to: Target, title: string) => void;

/** What a person can do to letters, said to him as done at once, and taken back by `open`ing the letter again. */
export function useMoves(open: (letterId: string) => void) {
  const { t } = useTranslation("inbox");
  const client = useQueryClient();
  const toasts = useToasts();
  const [moves] = useState(() => new Moves(post, (ids) => refreshLetters(client, ids)));
  const places = useSyncExternalStore(moves.subscribe, moves.current);
  useEffect(() => {
    // Half of a move may be under way: a card is made, and the letter is not on it yet.
    const ask = (event: BeforeUnloadEvent) => {
      if (moves.busy) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [moves]);
  // Twenty letters in a minute would be twenty toasts: only the last is there to be taken back by hand.
  const toast = useRef<string | null>(null);
  const say = (message: string, undo?: () => unknown) => {
    if (toast.current) toasts.hide(toast.current);
    toast.current = toasts.done(message, undo);
  };

  const undo = (move: Move) => {
    if (toast.current) toasts.hide(toast.current);
    open(move.letter.id);
    return moves.undo(move);
  };
  const move = (letter: ListedLetter, to: Place, title: string): Move => {
    const made = moves.move(letter, to, title);
    say(to === "aside" ? t("asideDone") : to ? t("linked", { title }) : t("takenOff"), () =>
      undo(made),
    );
    made.card.catch((error: unknown) => {
      if (toast.current) toasts.hide(toast.current);
      toasts.failed(error);
      open(letter.id);
    });
    return made;
  };
  return {
    places,
    move,
    say,
    undo,
    undoLast: () => {
      const { last } = moves;
      if (last) undo(last).catch(toasts.failed);
    },
    isDone: (made: Move) => moves.has(made),
  };
}
