import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ListedLetter, othersOf } from "./letters";
import type { Move } from "./moves";
import type { useMoves } from "./use-moves";

/** What else waits of whom a letter was just linked, and all of it brought to the same card when that is wished. */
export function useSameSender(
  moves: ReturnType<typeof useMoves>,
  letters: readonly ListedLetter[],
  leave: (leaving: readonly ListedLetter[]) => void,
) {
  const { t } = useTranslation("inbox");
  const [move, setMove] = useState<Move | null>(null);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const others = move && moves.isDone(move) ? othersOf(letters, move.letter) : [];

  const join = async () => {
    if (!move || progress) return;
    leave(others);
    const made: Move[] = [];
    try {
      const card = await move.card;
      for (const letter of card ? others : []) {
        setProgress({ done: made.length, of: others.length });
        const one = moves.move(letter, card, move.title);
        await one.card;
        made.push(one);
      }
    } catch {
      // Whoever moved the letter has said it; those that are done stay done.
    }
    setProgress(null);
    setMove(null);
    if (made.length > 1)
      moves.say(t("linkedMany", { count: made.length, title: move.title }), () =>
        Promise.all(made.map(moves.undo)),
      );
  };
  return {
    /** The letter that was linked, while there is something to offer or being done. */
    move: move && (others.length > 0 || progress) ? move : null,
    count: others.length,
    progress,
    /** From now on the letters of this one's sender are offered. */
    watch: setMove,
    join,
    dismiss: () => setMove(null),
  };
}
