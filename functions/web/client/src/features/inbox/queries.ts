import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { api, bodyOf, type CardRef, toProblem } from "@/shared/api";
import { contactFrom, leadFrom, type ListedLetter, type State } from "./letters";
import type { Post } from "./moves";

// Below the path's own key, so that whoever links a letter elsewhere has this list asked anew too.
const PATH = ["get", "/api/communications"] as const;
const A_PAGE = 30;
/** Until crm has told on which cards a letter stands and which it suggests. */
const HEARD_OF_MS = 3_000;

/** The letters of a state, or of a folder wherever they stand. */
export function useLetters(state: State, folder: string | undefined) {
  return useInfiniteQuery({
    queryKey: [...PATH, "pages", folder ?? state],
    queryFn: ({ pageParam }) => {
      const page = { limit: A_PAGE, cursor: pageParam };
      return bodyOf(
        folder
          ? api.GET("/api/communications/folders/{folder_id}/letters", {
              params: { path: { folder_id: folder }, query: page },
            })
          : api.GET("/api/communications", { params: { query: { state, ...page } } }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 60_000,
  });
}

const wholeLetter = (id: string) => ({
  queryKey: ["letter", id],
  queryFn: () =>
    bodyOf(
      api.GET("/api/communications/{communication_id}", {
        params: { path: { communication_id: id } },
      }),
    ),
});

/** A letter whole, and the one that will be read after it, so that a key shows it at once. */
export function useLetter(id: string, next: string | undefined) {
  const client = useQueryClient();
  const query = useQuery(wholeLetter(id));
  const here = query.isSuccess;
  useEffect(() => {
    if (next && here) void client.query(wholeLetter(next)).catch(() => undefined);
  }, [client, next, here]);
  return query;
}

/** How letters are moved in the portal. */
export const post: Post = {
  async put(letter, to) {
    const card = typeof to === "string" ? await created(letter, to) : to;
    await api.POST("/api/communications/{communication_id}/links", {
      params: { path: { communication_id: letter.id } },
      body: { card },
      keepalive: true,
    });
    return card;
  },
  async takeOff(letter) {
    await api.DELETE("/api/communications/{communication_id}/links", {
      params: { path: { communication_id: letter.id } },
      keepalive: true,
    });
  },
  async putAside(letter) {
    await api.POST("/api/communications/{communication_id}/aside", {
      params: { path: { communication_id: letter.id } },
      body: { aside: true },
      keepalive: true,
    });
  },
};

/** Asks anew for all that shows where letters stand: now, and when the news has gone round. */
export async function refreshLetters(client: QueryClient, ids: readonly string[]): Promise<void> {
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: PATH }),
      client.invalidateQueries({ queryKey: ["timeline"] }),
      ...ids.map((id) => client.invalidateQueries({ queryKey: ["letter", id] })),
    ]);
  setTimeout(() => void refresh(), HEARD_OF_MS);
  await refresh();
}

/**
 * The card that a letter begins. The key is the letter's, so that a second attempt after half of it was done finds
 * the card that the first one has made; a contact who is there already is taken as he is.
 */
async function created(letter: ListedLetter, kind: "lead" | "contact"): Promise<CardRef> {
  const headers = { "Idempotency-Key": `letter:${letter.id}:${kind}` };
  if (kind === "lead") {
    const { id } = await bodyOf(api.POST("/api/crm/leads", { body: leadFrom(letter), headers }));
    return { kind, id };
  }
  try {
    const body = contactFrom(letter);
    const { id } = await bodyOf(api.POST("/api/crm/contacts", { body, headers }));
    return { kind, id };
  } catch (error) {
    const { about } = toProblem(error);
    if (about?.kind === "contact") return about;
    throw error;
  }
}

/** Reads a letter again that could not be read, or sends one again that could not be sent. */
export function useTryAgain(letterId: string) {
  const client = useQueryClient();
  const params = { path: { communication_id: letterId } };
  return useMutation({
    mutationFn: async (what: "parse" | "send") => {
      if (what === "parse")
        await api.POST("/api/communications/{communication_id}/parse", { params });
      else await api.POST("/api/communications/{communication_id}/send", { params });
    },
    onSettled: () => refreshLetters(client, [letterId]),
  });
}

/** Saves the letter as it came. */
export async function downloadRaw(letterId: string): Promise<void> {
  const { url } = await bodyOf(
    api.GET("/api/communications/{communication_id}/raw", {
      params: { path: { communication_id: letterId } },
    }),
  );
  globalThis.location.assign(url);
}
