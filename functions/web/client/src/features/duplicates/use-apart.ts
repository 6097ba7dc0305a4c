import { useTranslation } from "react-i18next";
import type { CardRef } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import { usePairs } from "@/shared/ui/merging/queries";
import { pairedWith } from "./groups";
import type { Group } from "./queries";

/** Says that a card of the group is another than those it is paired with; it can be taken back. */
export function useApart(group: Group): (card: CardRef) => Promise<void> {
  const { t } = useTranslation("duplicates");
  const toasts = useToasts();
  const { tellApart } = usePairs();
  return async (card) => {
    const others = pairedWith(group, card);
    try {
      for (const other of others) await tellApart(card, other);
      toasts.done(t("noted"), async () => {
        for (const other of others) await tellApart(card, other, false);
      });
    } catch (error) {
      toasts.failed(error);
    }
  };
}
