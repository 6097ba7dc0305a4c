import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconMailForward } from "@tabler/icons-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import {
  type CardRef,
  isSameCard,
  outbox,
  sentKey,
  type SentLetter,
  usePerson,
  type WaitingLetter,
} from "@/shared/api";
import { TimelineItem } from "@/shared/ui";
import { partQuote } from "@/shared/ui/letter-history";
import type { LetterDraft } from "../composer/letter-draft";
import type { Entry } from "./queries";
import classes from "./timeline.module.css";

interface PendingLettersProps {
  card: CardRef;
  entries: readonly Entry[];
  onTakeBack: (draft: Partial<LetterDraft>) => void;
}

/** Letters on their way: those that can still be taken back, and those that the timeline does not tell of yet. */
export function PendingLetters({ card, entries, onTakeBack }: PendingLettersProps) {
  const me = usePerson();
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.waiting).filter(
    (letter) => letter.personId === me.id && isSameCard(letter.body.card, card),
  );
  const sent = useSent(card).filter(({ id }) => !entries.some(({ source }) => source.id === id));
  return (
    <>
      {waiting.toReversed().map((letter) => (
        <Pending
          key={letter.key}
          letter={letter}
          onTakeBack={() => {
            if (outbox.cancel(letter.key)) onTakeBack(letter.draft);
          }}
        />
      ))}
      {sent.toReversed().map(({ letter }) => (
        <Pending key={letter.key} letter={letter} />
      ))}
    </>
  );
}

/** What was sent from this page, by whoever sends: see the shell's outbox. */
function useSent(card: CardRef): readonly SentLetter[] {
  const { data } = useQuery<SentLetter[]>({
    queryKey: sentKey(card),
    queryFn: () => [],
    enabled: false,
    initialData: [],
  });
  return data;
}

function Pending({ letter, onTakeBack }: { letter: WaitingLetter; onTakeBack?: () => void }) {
  const { t } = useTranslation(["card", "common"]);
  const me = usePerson();
  const left = useSecondsUntil(letter.sendAt);
  return (
    <TimelineItem
      icon={<IconMailForward size={16} />}
      who={me.name}
      what={letter.body.subject ?? ""}
      at={new Date(letter.sendAt).toISOString()}
      direction="outbound"
      directionLabel={t("outbound")}
      badge={onTakeBack && left > 0 ? t("sendingIn", { seconds: left }) : t("statusSending")}
    >
      <p className={classes.snippet}>{partQuote(letter.body.text).text}</p>
      {onTakeBack && left > 0 && (
        <Button variant="default" size="compact-sm" onClick={onTakeBack}>
          {t("takeBack")}
        </Button>
      )}
    </TimelineItem>
  );
}

function useSecondsUntil(instant: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((instant - now) / 1_000));
}
