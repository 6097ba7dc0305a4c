import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardRef } from "../../api/cards";
import { useToasts } from "../toasts";
import { usePairs } from "./queries";

interface Wish {
  /** The number of the card that stays. */
  stays: number;
  /** The fields in which the value of the card of this number is taken. */
  takeOf: (index: number) => string[];
}

/**
 * Merges cards into one of them, one after the other. Where one is refused, those before it are merged and counted in
 * `merged`; the next try goes on behind them.
 */
export function useMerging(cards: readonly CardRef[], onDone: (stays: CardRef) => void) {
  const { t } = useTranslation("merging");
  const toasts = useToasts();
  const { merge, unmerge, refresh } = usePairs();
  const [gone, setGone] = useState<readonly CardRef[]>([]);
  const submit = useMutation({
    mutationFn: async ({ stays, takeOf }: Wish) => {
      const winner = cards[stays];
      const went = [...gone];
      try {
        for (const [index, card] of cards.entries()) {
          if (!winner || index === stays || went.includes(card)) continue;
          await merge(winner, card, takeOf(index));
          went.push(card);
        }
      } finally {
        setGone(went);
        if (went.length > gone.length) await refresh();
      }
      return { winner, went };
    },
    onSuccess: ({ winner, went }) => {
      if (!winner) return;
      onDone(winner);
      const back = async () => {
        for (const card of [...went].reverse()) await unmerge(card);
      };
      toasts.done(t("done", { count: cards.length }), back, t("unmerge"));
    },
  });
  return { submit, merged: gone.length };
}
