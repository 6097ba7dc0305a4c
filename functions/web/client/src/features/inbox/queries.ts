import {
  type InfiniteData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, bodyOf, type CardRef, type Schemas } from "@/shared/api";

export type UnlinkedLetter = Schemas["CommunicationItem"];
type Pages = InfiniteData<Schemas["PageView_CommunicationItem_"], string | undefined>;

// Below the path's own key, so that whoever links a letter elsewhere has this list asked anew too.
const KEY = ["get", "/api/communications", "unlinked-pages"] as const;

export function useUnlinked() {
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/communications", {
          params: { query: { state: "unlinked", limit: 30, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 60_000,
  });
}

/** A letter whole; also one that stands on a card by now. */
export function useLetter(id: string) {
  return useQuery({
    queryKey: ["letter", id],
    queryFn: () =>
      bodyOf(
        api.GET("/api/communications/{communication_id}", {
          params: { path: { communication_id: id } },
        }),
      ),
  });
}

/** A card to be made from a letter, or one that is there. */
export type Target = CardRef | "lead" | "contact";

/** Puts a letter on a card: it leaves the list at once, and comes back when the portal refuses. */
export function useLinking() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ letter, to }: { letter: UnlinkedLetter; to: Target }) => {
      const card = typeof to === "string" ? await created(letter, to) : to;
      await api.POST("/api/communications/{communication_id}/links", {
        params: { path: { communication_id: letter.id } },
        body: { card },
      });
      return card;
    },
    onMutate: async ({ letter }) => {
      await client.cancelQueries({ queryKey: KEY });
      const before = client.getQueryData<Pages>(KEY);
      client.setQueryData<Pages>(KEY, (pages) => pages && without(pages, letter.id));
      return before;
    },
    onError: (_error, _wanted, before) => client.setQueryData(KEY, before),
    onSettled: (card, _error, { letter }) => {
      void client.invalidateQueries({ queryKey: ["get", "/api/communications"] });
      void client.invalidateQueries({ queryKey: ["letter", letter.id] });
      if (card) void client.invalidateQueries({ queryKey: ["timeline", card.kind, card.id] });
    },
  });
}

function without(pages: Pages, id: string): Pages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.filter((letter) => letter.id !== id),
    })),
  };
}

async function created(letter: UnlinkedLetter, kind: "lead" | "contact"): Promise<CardRef> {
  const { id } =
    kind === "lead"
      ? await bodyOf(api.POST("/api/crm/leads", { body: leadFrom(letter) }))
      : await bodyOf(api.POST("/api/crm/contacts", { body: contactFrom(letter) }));
  return { kind, id };
}

const MOST_LETTERS_OF_A_NAME = 200;

/** The lead that a letter of a stranger begins: called by its subject, else by who wrote. */
export function leadFrom({ subject, from }: Pick<UnlinkedLetter, "subject" | "from">) {
  const title = (subject.trim() || nameOf(from)).slice(0, MOST_LETTERS_OF_A_NAME);
  return {
    title,
    name: nameOf(from),
    emails: [from.address],
    phones: [],
    participant_ids: [],
    status: "new" as const,
  };
}

export function contactFrom({ from }: Pick<UnlinkedLetter, "from">) {
  return {
    name: nameOf(from),
    emails: [from.address],
    phones: [],
    handles: [],
    participant_ids: [],
  };
}

/** The sender's name; his address where he gives none. */
export function nameOf(from: Schemas["AddressView"]): string {
  return (from.name.trim() || from.address).slice(0, MOST_LETTERS_OF_A_NAME);
}

/** The letter to go on with when one leaves the list: the next, at the end the one before. */
export function neighbourOf(
  letters: readonly { id: string }[],
  id: string,
  step: 1 | -1 = 1,
): string | undefined {
  const at = letters.findIndex((letter) => letter.id === id);
  if (at < 0) return letters[0]?.id;
  return letters[at + step]?.id;
}
