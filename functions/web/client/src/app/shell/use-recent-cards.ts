import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { CARD_FOLDERS, type CardKind, type CardRef, isSameCard } from "@/shared/api";
import { readDraft, writeDraft } from "@/shared/lib";

// With the drafts: forgotten as they are when somebody signs out.
const KEY = "recent-cards";
const MOST = 6;

interface Recent {
  cards: CardRef[];
}

export function recentCards(): readonly CardRef[] {
  return readDraft<Recent>(KEY, { cards: [] }).cards;
}

/** Remembers on this device which cards were opened last. */
export function useRememberCards(): void {
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    const card = cardAt(path);
    if (!card) return;
    const others = recentCards().filter((one) => !isSameCard(one, card));
    writeDraft(KEY, { cards: [card, ...others].slice(0, MOST) });
  }, [path]);
}

/** The card whose page a path is. */
export function cardAt(path: string): CardRef | null {
  const [, folder, id] = path.split("/");
  const kind = Object.entries(CARD_FOLDERS).find(([, name]) => name === folder)?.[0];
  return kind && id ? { kind: kind as CardKind, id } : null;
}
