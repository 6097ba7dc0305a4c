import { useQuery } from "@tanstack/react-query";
import { type CardRef, cardText } from "./cards";
import { api, bodyOf, type Schemas } from "./client";

export type Pulse = Schemas["PulseView"];

const MOST_AT_ONCE = 100;
const GATHERING_MS = 10;
const FRESH_MS = 30_000;

type Answer = (pulse: Pulse | null) => void;
let waiting = new Map<string, { answers: Answer[]; fail: ((error: unknown) => void)[] }>();

export function pulseKey(card: CardRef) {
  return ["pulse", cardText(card)] as const;
}

/**
 * The next step of a deal or a lead, and how long its client has waited for an answer; null where there is nothing to
 * see. Cards that stand together on a page are asked for together.
 */
export function usePulse(card: CardRef): Pulse | null | undefined {
  const { data } = useQuery({
    queryKey: pulseKey(card),
    queryFn: () => ask(cardText(card)),
    staleTime: FRESH_MS,
    refetchInterval: 2 * FRESH_MS,
  });
  return data;
}

function ask(card: string): Promise<Pulse | null> {
  return new Promise((answer, fail) => {
    if (waiting.size === 0) setTimeout(() => void askAll(), GATHERING_MS);
    const asked = waiting.get(card) ?? { answers: [], fail: [] };
    asked.answers.push(answer);
    asked.fail.push(fail);
    waiting.set(card, asked);
  });
}

async function askAll(): Promise<void> {
  const asked = [...waiting];
  waiting = new Map();
  for (let start = 0; start < asked.length; start += MOST_AT_ONCE) {
    const part = asked.slice(start, start + MOST_AT_ONCE);
    const cards = part.map(([card]) => card).join(",");
    try {
      const { items } = await bodyOf(api.GET("/api/crm/pulse", { params: { query: { cards } } }));
      const found = new Map(items.map((pulse) => [cardText(pulse.card), pulse]));
      for (const [card, { answers }] of part)
        for (const answer of answers) answer(found.get(card) ?? null);
    } catch (error) {
      for (const [, { fail }] of part) for (const each of fail) each(error);
    }
  }
}
