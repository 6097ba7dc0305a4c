import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type CardRef, followChange, pulseKey } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import { timelineKey, withoutEntry } from "./cache";
import { type Entry, letterKey } from "./queries";

/** Says where a letter belongs: on another card or on none. It leaves at once, and one press brings it back. */
export function useLinking(card: CardRef, entry: Entry) {
  const { t } = useTranslation("card");
  const client = useQueryClient();
  const toasts = useToasts();
  const path = { communication_id: entry.source.id };
  const link = (to: CardRef) =>
    api.POST("/api/communications/{communication_id}/links", {
      params: { path },
      body: { card: to },
    });
  const refresh = (...cards: CardRef[]) => {
    for (const each of cards) {
      followChange(client, timelineKey(each));
      followChange(client, pulseKey(each));
    }
    void client.invalidateQueries({ queryKey: letterKey(entry.source.id) });
    void client.invalidateQueries({ queryKey: ["get", "/api/communications"] });
  };
  const change = async (done: string, action: () => Promise<unknown>, ...others: CardRef[]) => {
    await client.cancelQueries({ queryKey: timelineKey(card) });
    withoutEntry(client, card, entry.id);
    try {
      await action();
      toasts.done(done, async () => {
        await link(card);
        refresh(card, ...others);
      });
      for (const other of others) refresh(other);
    } catch (error) {
      toasts.failed(error);
      refresh(card);
    }
  };
  return {
    moveTo: (to: CardRef, title: string) => change(t("letterMoved", { title }), () => link(to), to),
    takeOff: () =>
      change(t("letterTakenOff"), () =>
        api.DELETE("/api/communications/{communication_id}/links", { params: { path } }),
      ),
  };
}
