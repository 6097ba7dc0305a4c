import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import type { ListedLetter } from "../letters";

const FOLDERS = ["get", "/api/communications/folders"];
const LETTERS = ["get", "/api/communications"];

/** Where letters were put that the list may not know of yet, and what puts them there. */
export function useFiling() {
  const { t } = useTranslation("rules");
  const client = useQueryClient();
  const toasts = useToasts();
  const [filed, setFiled] = useState<ReadonlyMap<string, string | null>>(new Map());
  const put = useMutation({
    mutationFn: ({ id, folderId }: { id: string; folderId: string | null }) =>
      bodyOf(
        api.PUT("/api/communications/{communication_id}/folder", {
          params: { path: { communication_id: id } },
          body: { folder_id: folderId },
        }),
      ),
    onError: (error, { id }) => {
      setFiled((before) => without(before, id));
      toasts.failed(error);
    },
    onSettled: (_, __, { id }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: FOLDERS }),
        client.invalidateQueries({ queryKey: LETTERS }),
        client.invalidateQueries({ queryKey: ["letter", id] }),
      ]),
  });
  const send = (id: string, folderId: string | null) => {
    setFiled((before) => new Map(before).set(id, folderId));
    put.mutate({ id, folderId });
  };
  const folderOf = ({ id, folder_id: known }: ListedLetter) =>
    filed.has(id) ? (filed.get(id) ?? null) : known;
  /** Puts a letter into a folder, or takes it out of one; `name` is what the person is told. */
  const file = (letter: ListedLetter, folderId: string | null, name: string) => {
    const before = folderOf(letter);
    send(letter.id, folderId);
    toasts.done(folderId ? t("filed", { name }) : t("takenOut"), () => send(letter.id, before));
  };
  return { file, folderOf };
}

function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
