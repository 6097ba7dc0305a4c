import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { CARD_FOLDERS, type CardKind, cardPath, type OwnValues } from "@/shared/api";
import { useToasts } from "@/shared/ui";

/** The own fields of a new card, or that they come later. */
export type OwnPart = { own: OwnValues } | { own_later: true };

/** What follows on a new card: it is told, its list is read anew, and its page opens. */
export function useCreated(kind: CardKind, told: string): (card: { id: string }) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  return ({ id }) => {
    void client.invalidateQueries({ queryKey: ["get", `/api/crm/${CARD_FOLDERS[kind]}`] });
    void client.invalidateQueries({ queryKey: ["newest", kind] });
    toasts.done(told);
    void navigate({ to: cardPath({ kind, id }) });
  };
}
