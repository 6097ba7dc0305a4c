import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, cardPath, type CardRef, type Lead, settleTallies } from "../../api";
import { useToasts } from "../toasts";
import { bodyOfDraft, type Draft } from "./conversion";

/** Converts a lead and goes to what it became. */
export function useConversion(lead: Lead, onDone: () => void) {
  const { t } = useTranslation("convert");
  const client = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  const keyOf = useKeys();
  return useMutation({
    mutationFn: (draft: Draft) => {
      const body = bodyOfDraft(draft);
      return bodyOf(
        api.POST("/api/crm/leads/{card_id}/convert", {
          params: { path: { card_id: lead.id } },
          headers: { "Idempotency-Key": keyOf(JSON.stringify(body)) },
          body,
        }),
      );
    },
    onSuccess: ({ lead: ended, deal, contact }) => {
      client.setQueryData(["card", "lead", ended.id], ended);
      void client.invalidateQueries({ queryKey: ["deals"] });
      settleTallies(client);
      void client.invalidateQueries({ queryKey: ["newest"] });
      void client.invalidateQueries({ queryKey: ["timeline", "lead", ended.id] });
      void client.invalidateQueries({ queryKey: ["get"] });
      const card: CardRef = deal
        ? { kind: "deal", id: deal.id }
        : { kind: "contact", id: contact.id };
      const open = () => navigate({ to: cardPath(card) });
      onDone();
      toasts.done(t("done", { title: deal?.title ?? contact.name }), open, t("openCard"));
      void open();
    },
  });
}

/** One key for each body: the same request again, after a lost answer, converts once. */
function useKeys(): (body: string) => string {
  const keys = useRef(new Map<string, string>());
  return (body) => {
    const key = keys.current.get(body) ?? crypto.randomUUID();
    keys.current.set(body, key);
    return key;
  };
}
