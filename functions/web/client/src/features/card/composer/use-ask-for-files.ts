import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type CardRef, cardText } from "@/shared/api";
import { useToasts } from "@/shared/ui";

interface Asking {
  card: CardRef;
  note: string;
  expires_at: string;
  max_bytes: number;
  max_files: number;
  content_types: string[];
  shared_with_client: boolean;
}

/** Makes a link by which files can be sent; for ten seconds it can be withdrawn. */
export function useAskForFiles(card: CardRef, onDone: () => void) {
  const { t } = useTranslation("card");
  const toasts = useToasts();
  const client = useQueryClient();
  const asking = useMutation({
    mutationFn: (body: Asking) => bodyOf(api.POST("/api/documents/upload-requests", { body })),
    onSuccess: (made) => {
      onDone();
      void client.invalidateQueries({ queryKey: ["file-requests", cardText(card)] });
      toasts.done(t("filesCreated"), async () => {
        await api.POST("/api/documents/upload-requests/{token}/withdraw", {
          params: { path: { token: made.id } },
        });
        asking.reset();
      });
    },
  });
  return asking;
}
