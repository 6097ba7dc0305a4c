import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type CardRef, followChange, pulseKey, usePerson } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import { timelineKey, withEntry, withoutEntry } from "../timeline/cache";
import type { Entry } from "../timeline/queries";

/** The message finds its place on the deal a moment after it was taken. */
const STANDS_AFTER_MS = 3_000;

/** Writes to the clients of a deal: it stands in the timeline at once, and is gone from it when it is refused. */
export function useSendMessage(deal: CardRef) {
  const { t } = useTranslation("card");
  const toasts = useToasts();
  const client = useQueryClient();
  const me = usePerson();
  // The same text sent again after a silence is the same message.
  const key = useRef({ text: "", value: "" });
  return useMutation({
    mutationFn: (text: string) => {
      if (key.current.text !== text) key.current = { text, value: crypto.randomUUID() };
      return bodyOf(
        api.POST("/api/communications/messages", {
          body: { card: { kind: "deal", id: deal.id }, text },
          headers: { "Idempotency-Key": key.current.value },
        }),
      );
    },
    onMutate: async (text) => {
      await client.cancelQueries({ queryKey: timelineKey(deal) });
      const shown = messageBy(me, text);
      withEntry(client, deal, shown);
      return shown;
    },
    onError: (_error, _text, shown) => {
      if (shown) withoutEntry(client, deal, shown.id);
    },
    onSuccess: (record, _text, shown) => {
      key.current = { text: "", value: "" };
      withoutEntry(client, deal, shown.id);
      const source = { feature: "communications", id: record.id };
      withEntry(client, deal, { ...shown, id: record.id, at: record.at, source });
      toasts.done(t("messageSent"));
      const look = () => void client.invalidateQueries({ queryKey: timelineKey(deal) });
      setTimeout(look, STANDS_AFTER_MS);
      followChange(client, pulseKey(deal));
    },
  });
}

function messageBy(me: { id: string; name: string }, text: string): Entry {
  const id = `sending.${crypto.randomUUID()}`;
  return {
    id,
    thread_id: null,
    kind: "message",
    at: new Date().toISOString(),
    direction: "outbound",
    summary: text.slice(0, 200),
    actor: { kind: "employee", id: me.id, name: me.name },
    source: { feature: "communications", id },
    text,
    note: null,
    mark: null,
    privacy: null,
  };
}
