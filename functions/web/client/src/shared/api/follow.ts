import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** When to look again: a fact stands in what is made of it a second or two later, on a busy portal six. */
const LATER_MS = [0, 1_500, 4_000, 9_000];

/** Reads anew what is made of the portal's events, until what has just been done must stand in it. */
export function followChange(client: QueryClient, queryKey: QueryKey): void {
  for (const later of LATER_MS)
    setTimeout(() => void client.invalidateQueries({ queryKey }), later);
}
