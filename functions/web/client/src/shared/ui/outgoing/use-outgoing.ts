import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import {
  api,
  bodyOf,
  type CardRef,
  cardText,
  followChange,
  type Schemas,
  toProblem,
} from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useToasts } from "../toasts";

export type OutgoingLetter = Schemas["CommunicationItem"];
export type TakenBack = Schemas["TakenBackView"];

const SOON_MS = 1_500;
const LATER_MS = 60_000;

/** Where the letters stand that have not left: one's own, or those of a card. */
export function outgoingKey(card?: CardRef) {
  return card ? (["outgoing", cardText(card)] as const) : (["outgoing", "mine"] as const);
}

/** The letters that have not left, asked for anew as long as one of them is about to. */
export function useOutgoing(card?: CardRef) {
  return useQuery({
    queryKey: outgoingKey(card),
    queryFn: async ({ client }) => {
      const query = { limit: 100, ...(card ? { card: cardText(card) } : {}) };
      const { items } = await bodyOf(
        api.GET("/api/communications/outgoing", { params: { query } }),
      );
      return card ? [...items, ...(await justSent(client, card, items))] : items;
    },
    refetchInterval: ({ state }) => (state.data?.some(isLeaving) ? SOON_MS : LATER_MS),
  });
}

/** Those that have left since the last look: the card's timeline tells of them a moment later. */
async function justSent(client: QueryClient, card: CardRef, items: readonly OutgoingLetter[]) {
  const before = client.getQueryData<OutgoingLetter[]>(outgoingKey(card)) ?? [];
  const gone = before.filter(({ id }) => !items.some((one) => one.id === id));
  const found = await Promise.all(
    gone.map(async (letter): Promise<OutgoingLetter | null> => {
      if (letter.status === "sent") return letter;
      const params = { path: { communication_id: letter.id } };
      const read = api.GET("/api/communications/{communication_id}", { params });
      // One that was taken back is nowhere.
      return bodyOf(read).catch(() => null);
    }),
  );
  return found.filter(
    (letter) => letter?.status === "sent" && Date.parse(letter.at) > Date.now() - LATER_MS,
  ) as OutgoingLetter[];
}

/** Whether a letter is about to leave, or leaving. */
export function isLeaving(letter: OutgoingLetter): boolean {
  if (letter.status === "sending") return true;
  const at = letter.departure ? Date.parse(letter.departure.at) : Infinity;
  return letter.status === "waiting" && at < Date.now() + 15_000;
}

/** What can be done with a letter that has not left. */
export function useOutgoingActions() {
  const { t } = useTranslation("outgoing");
  const client = useQueryClient();
  const toasts = useToasts();
  const formats = useFormats();
  const follow = (letter: OutgoingLetter) => {
    void client.invalidateQueries({ queryKey: ["outgoing"] });
    void client.invalidateQueries({ queryKey: ["letter", letter.id] });
    const [card] = letter.cards;
    if (card) followChange(client, ["timeline", card.kind, card.id]);
  };
  const sendNow = async (letter: OutgoingLetter) => {
    try {
      const path = { communication_id: letter.id };
      await api.POST("/api/communications/{communication_id}/send", { params: { path } });
      toasts.done(t("sentNow"));
    } catch (error) {
      toasts.failed(error);
    }
    follow(letter);
  };
  const putOff = async (letter: OutgoingLetter, at: string, unlessAnswered: boolean) => {
    try {
      const params = { path: { communication_id: letter.id } };
      const body = { at, unless_answered: unlessAnswered };
      await api.PATCH("/api/communications/{communication_id}/departure", { params, body });
      toasts.done(t("putOff", { when: formats.exact(at) }));
    } catch (error) {
      toasts.failed(error);
    }
    follow(letter);
  };
  /** The letter as it was written, or null when it could not be stopped. */
  const takeBack = async (id: string): Promise<TakenBack | null> => {
    const taken = await cancelLetter(id).catch((error: unknown) => {
      if (toProblem(error).status === 409) toasts.done(t("gone"));
      else toasts.failed(error);
      return null;
    });
    void client.invalidateQueries({ queryKey: ["outgoing"] });
    return taken;
  };
  return { sendNow, putOff, takeBack };
}

/** Stops a letter that has not left. */
function cancelLetter(id: string): Promise<TakenBack> {
  const params = { path: { communication_id: id } };
  return bodyOf(api.POST("/api/communications/{communication_id}/cancel", { params }));
}
