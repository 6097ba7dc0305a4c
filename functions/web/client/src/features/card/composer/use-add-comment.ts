import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type CardRef, type Schemas, usePerson } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import { timelineKey, withEntry, withoutEntry } from "../timeline/cache";
import type { Entry } from "../timeline/queries";

/** Adds a comment: it stands in the timeline at once, and is gone from it when the portal refuses. */
export function useAddComment(card: CardRef) {
  const { t } = useTranslation("card");
  const toasts = useToasts();
  const client = useQueryClient();
  const me = usePerson();
  return useMutation({
    mutationFn: (body: Schemas["NewComment"]) => postComment(card, body),
    onMutate: async ({ text }) => {
      await client.cancelQueries({ queryKey: timelineKey(card) });
      const shown = commentBy(me, text);
      withEntry(client, card, shown);
      return shown;
    },
    onError: (_error, _body, shown) => {
      if (shown) withoutEntry(client, card, shown.id);
    },
    onSuccess: (entry, _body, shown) => {
      withoutEntry(client, card, shown.id);
      withEntry(client, card, entry);
      toasts.done(t("commentAdded"));
    },
    onSettled: () => void client.invalidateQueries({ queryKey: timelineKey(card) }),
  });
}

function commentBy(me: { id: string; name: string }, text: string): Entry {
  const id = `sending.${crypto.randomUUID()}`;
  return {
    id,
    thread_id: null,
    kind: "comment",
    at: new Date().toISOString(),
    direction: null,
    summary: text.slice(0, 200),
    actor: { kind: "employee", id: me.id, name: me.name },
    source: { feature: "crm", id },
    text,
    note: null,
    mark: null,
    privacy: null,
  };
}

function postComment(card: CardRef, body: Schemas["NewComment"]) {
  const request = { params: { path: { card_id: card.id } }, body };
  switch (card.kind) {
    case "deal":
      return bodyOf(api.POST("/api/crm/deals/{card_id}/comments", request));
    case "contact":
      return bodyOf(api.POST("/api/crm/contacts/{card_id}/comments", request));
    case "company":
      return bodyOf(api.POST("/api/crm/companies/{card_id}/comments", request));
    case "lead":
      return bodyOf(api.POST("/api/crm/leads/{card_id}/comments", request));
  }
}
