import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import type { Preferences } from "./kinds";

const PATH = "/api/notifications/preferences";
const KEY = ["get", PATH] as const;

/** How I want to be told, each change stored as it is made. */
export function usePreferences() {
  const { t } = useTranslation("telling");
  const toasts = useToasts();
  const client = useQueryClient();
  const query = $api.useQuery("get", PATH);
  const put = ({ silent, mailed, quiet, digest, urgent_mail }: Preferences) =>
    bodyOf(api.PUT(PATH, { body: { silent, mailed, quiet, digest, urgent_mail } }));
  const save = useMutation({
    mutationFn: put,
    // One after another: the last change holds.
    scope: { id: PATH },
    onMutate: (wanted) => {
      const before = client.getQueryData<Preferences>(KEY);
      client.setQueryData(KEY, wanted);
      return before;
    },
    onSuccess: (_saved, _wanted, before) =>
      toasts.done(t("changed"), async () => {
        if (before) client.setQueryData(KEY, await put(before));
      }),
    onError: (error, _wanted, before) => {
      client.setQueryData(KEY, before);
      toasts.failed(error);
    },
  });
  return { query, save: (wanted: Preferences) => save.mutate(wanted) };
}
