import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { cardText, outbox, sentKey, type SentLetter, usePerson } from "@/shared/api";
import { letterDraftKey, readDraft, writeDraft } from "@/shared/lib";
import { useToasts } from "@/shared/ui";

/** Hands what waits in the outbox to the portal; a letter that is refused comes back into its card's box. */
export function useOutbox(): void {
  const { id } = usePerson();
  const client = useQueryClient();
  const toasts = useToasts();
  useEffect(
    () =>
      outbox.start(id, {
        sent: (letter, sentId) => {
          const { card } = letter.body;
          client.setQueryData<SentLetter[]>(sentKey(card), (before = []) => [
            ...before,
            { id: sentId, letter },
          ]);
          void client.invalidateQueries({ queryKey: ["outgoing"] });
        },
        failed: ({ body, draft }, problem) => {
          const key = letterDraftKey(cardText(body.card));
          const letter = { html: "", ...draft };
          // What has been typed since stands beneath.
          const { html: typed } = readDraft(key, { html: "" });
          writeDraft(key, { ...letter, html: letter.html + typed });
          toasts.failed(problem);
        },
      }),
    [id, client, toasts],
  );
}
