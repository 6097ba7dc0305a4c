import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import { runs } from "./replays";

export type Replay = Schemas["ReplayView"];

const REPLAYS = "/api/communications/replays";
const COUNTS = ["/api/communications/mailboxes/health", "/api/communications/failed"];
const POLL_MS = 2000;

/** Which mailbox's letters are being read again, or were the last time. */
export function useReplays() {
  return $api.useQuery("get", REPLAYS, undefined, {
    refetchInterval: ({ state }) => (state.data?.items.some(runs) ? POLL_MS : false),
  });
}

/** Has the letters of a mailbox read again, and stops that. */
export function useReplaying(mailboxId: string) {
  const { t } = useTranslation("health");
  const toasts = useToasts();
  const refresh = useRefresh();
  const begin = useMutation({
    mutationFn: (since: string) =>
      bodyOf(api.POST(REPLAYS, { body: { mailbox_id: mailboxId, since } })),
    onError: toasts.failed,
    onSettled: refresh,
  });
  const stop = useMutation({
    mutationFn: () =>
      api.DELETE("/api/communications/replays/{mailbox_id}", {
        params: { path: { mailbox_id: mailboxId } },
      }),
    onSuccess: () => toasts.done(t("replayStopped")),
    onError: toasts.failed,
    onSettled: refresh,
  });
  return { begin, stop };
}

function useRefresh() {
  const client = useQueryClient();
  return async () => {
    for (const path of [REPLAYS, ...COUNTS])
      await client.invalidateQueries({ queryKey: ["get", path] });
  };
}
