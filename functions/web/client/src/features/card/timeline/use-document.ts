import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  api,
  bodyOf,
  type CardRef,
  followChange,
  mediaTypeOf,
  type Schemas,
  UNKNOWN_TYPE,
  toProblem,
  uploadTo,
} from "@/shared/api";
import { useToasts } from "@/shared/ui";
import { timelineKey } from "./cache";

const at = (document_id: string) => ({ path: { document_id } });
const documentKey = (id: string) => ["document", id] as const;

export function useDocument(id: string) {
  return useQuery({
    queryKey: documentKey(id),
    queryFn: () => bodyOf(api.GET("/api/documents/{document_id}", { params: at(id) })),
  });
}

/** An address of one version's content, good for a minute. */
export async function documentLink(id: string, version: number): Promise<string> {
  const { url } = await bodyOf(
    api.GET("/api/documents/{document_id}/download", {
      params: { ...at(id), query: { version } },
    }),
  );
  return url;
}

/** Shows a document to the card's client or no longer; taken back with one press. */
export function useShare(id: string) {
  const { t } = useTranslation("card");
  const toasts = useToasts();
  const client = useQueryClient();
  const set = async (shared: boolean) => {
    await api.POST("/api/documents/{document_id}/share", {
      params: at(id),
      body: { with_client: shared },
    });
    await client.invalidateQueries({ queryKey: documentKey(id) });
  };
  return useMutation({
    mutationFn: set,
    onSuccess: (_done, shared) =>
      toasts.done(shared ? t("fileNowShared") : t("fileNotShared"), () => set(!shared)),
    onError: toasts.failed,
  });
}

/** Puts a file on a card, or a newer version of one that is there. */
export function useNewVersion(card: CardRef) {
  const { t } = useTranslation("card");
  const toasts = useToasts();
  const client = useQueryClient();
  /** From 0 to 1 while a file is on its way. */
  const [share, setShare] = useState<number | null>(null);
  const send = async (file: File, of?: Schemas["FullDocumentView"]) => {
    setShare(0);
    try {
      const place = await announce(card, file, of);
      await uploadTo(place, file, setShare);
      toasts.done(t("fileSent", { name: file.name }));
      followChange(client, timelineKey(card));
      if (of) followChange(client, documentKey(of.id));
    } catch (error) {
      toasts.failed(error);
    } finally {
      setShare(null);
    }
  };
  const choose = (of?: Schemas["FullDocumentView"]) => {
    const input = document.createElement("input");
    input.type = "file";
    input.onchange = () => {
      const file = input.files?.[0];
      if (file) void send(file, of);
    };
    input.click();
  };
  return { share, choose };
}

/** A format that documents do not know goes as a plain attachment. */
export async function announce(card: CardRef, file: File, of?: Schemas["FullDocumentView"]) {
  const post = (content_type: string) =>
    bodyOf(
      api.POST("/api/documents", {
        body: {
          card,
          file_name: file.name.slice(0, 200),
          size: file.size,
          content_type,
          document_id: of?.id,
          expected_version: of?.version,
        },
      }),
    );
  try {
    return await post(mediaTypeOf(file));
  } catch (error) {
    if (toProblem(error).at("/content_type") === null) throw error;
    return post(UNKNOWN_TYPE);
  }
}
