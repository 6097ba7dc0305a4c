import { useQuery } from "@tanstack/react-query";
import { api, bodyOf, type CardRef, cardText, type Schemas } from "@/shared/api";

export interface PersonCard extends CardRef {
  kind: "contact" | "lead";
}

/** How many entries there are, and since when; with `more` there are others before. */
export interface Kept {
  count: number;
  more: boolean;
  since: string | null;
}

type Kind = Schemas["EntryKind"];

const MOST = 100;

/** What the timeline and the documents keep, as the reader may see it. */
export function useKept(card: PersonCard) {
  return useQuery({
    queryKey: ["personal-data", cardText(card)],
    queryFn: async () => {
      const [mail, messages, comments, files] = await Promise.all([
        entries(card, "mail"),
        entries(card, "message"),
        entries(card, "comment"),
        documents(card),
      ]);
      return { letters: together(mail, messages), comments, files };
    },
  });
}

async function entries({ kind: of, id }: PersonCard, kind: Kind): Promise<Kept> {
  const params = { path: { card_id: id }, query: { kind, limit: MOST } };
  const page =
    of === "contact"
      ? await bodyOf(api.GET("/api/crm/contacts/{card_id}/timeline", { params }))
      : await bodyOf(api.GET("/api/crm/leads/{card_id}/timeline", { params }));
  return keptOf(
    page.items.map(({ at }) => at),
    page.next,
  );
}

async function documents(card: PersonCard): Promise<Kept> {
  const query = { card: cardText(card), limit: MOST };
  const page = await bodyOf(api.GET("/api/documents", { params: { query } }));
  return keptOf(
    page.items.map(({ created_at }) => created_at),
    page.next,
  );
}

/** The dates come with the newest first. */
export function keptOf(dates: readonly string[], next: string | null | undefined): Kept {
  return { count: dates.length, more: next != null, since: dates.at(-1) ?? null };
}

export function together(one: Kept, other: Kept): Kept {
  const dates = [one.since, other.since].filter((date) => date !== null).sort();
  return {
    count: one.count + other.count,
    more: one.more || other.more,
    since: dates[0] ?? null,
  };
}
