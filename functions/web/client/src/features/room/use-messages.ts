import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { api, bodyOf, type ProblemError, toProblem, usePerson } from "@/shared/api";
import { useProblemText } from "@/shared/ui";
import {
  keepMessages,
  stillWaiting,
  type WaitingMessage,
  waitingMessages,
} from "./waiting-messages";

const AGAIN_MS = 10_000;

/** Sends what the client writes, in its order; without a connection it waits on the device and goes by itself. */
export function useMessages(dealId: string, shown: ReadonlySet<string>, onSent: () => void) {
  const person = usePerson();
  const text = useProblemText();
  const [messages, setMessages] = useState(() => waitingMessages(person.id, dealId));
  const busy = useRef(false);
  const store = useCallback(
    (change: (all: readonly WaitingMessage[]) => WaitingMessage[]) => {
      const after = change(waitingMessages(person.id, dealId));
      keepMessages(person.id, dealId, after);
      setMessages(after);
    },
    [person.id, dealId],
  );
  const change = (key: string, part: Partial<WaitingMessage>) =>
    store((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));

  const post = async (message: WaitingMessage) => {
    const record = await bodyOf(
      api.POST("/api/communications/messages", {
        body: { card: { kind: "deal", id: dealId }, text: message.text },
        headers: { "Idempotency-Key": message.key },
      }),
    );
    change(message.key, { id: record.id });
    onSent();
  };

  const flush = useEffectEvent(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      for (const message of waitingMessages(person.id, dealId))
        if (!message.id && !message.refused && !(await attempt(message))) break;
    } finally {
      busy.current = false;
    }
  });

  /** False where it makes no sense to go on with the next. */
  const attempt = async (message: WaitingMessage): Promise<boolean> => {
    try {
      await post(message);
      return true;
    } catch (error) {
      const problem = toProblem(error);
      if (passes(problem)) return false;
      change(message.key, { refused: text(problem) });
      return true;
    }
  };

  const unsent = messages.filter(({ id, refused }) => !id && !refused).length;
  useEffect(() => {
    if (unsent === 0) return;
    const go = () => void flush();
    go();
    const timer = setInterval(go, AGAIN_MS);
    addEventListener("online", go);
    return () => {
      clearInterval(timer);
      removeEventListener("online", go);
    };
  }, [unsent]);

  // What the conversation shows by itself need not be kept beside it.
  useEffect(() => {
    keepMessages(person.id, dealId, stillWaiting(waitingMessages(person.id, dealId), shown));
  }, [person.id, dealId, shown]);

  const write = (words: string) =>
    store((all) => [
      ...all,
      { key: crypto.randomUUID(), text: words, at: new Date().toISOString() },
    ]);
  return {
    waiting: stillWaiting(messages, shown),
    write,
    retry: (key: string) => {
      change(key, { refused: undefined });
    },
    drop: (key: string) => store((all) => all.filter((each) => each.key !== key)),
  };
}

/** Nobody refused the message: it may go later as it is. */
function passes(problem: ProblemError): boolean {
  return problem.offline || problem.status >= 500 || problem.status === 429;
}
