import { $api } from "./client";

const EVERY_MS = 60_000;

/** How many notifications are unread, asked anew each minute while somebody looks. */
export function useUnread(): number {
  const { data } = $api.useQuery(
    "get",
    "/api/notifications",
    { params: { query: { unread: true, limit: 1 } } },
    { refetchInterval: EVERY_MS, staleTime: EVERY_MS / 2 },
  );
  return data?.unread ?? 0;
}
