import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { IconMailForward } from "@tabler/icons-react";
import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import {
  type CardRef,
  cardText,
  followChange,
  isSameCard,
  outbox,
  sentKey,
  type SentLetter,
  usePerson,
  type WaitingLetter,
  pulseKey,
} from "@/shared/api";
import { letterDraftKey, readDraft } from "@/shared/lib";
import { TimelineItem } from "@/shared/ui";
import { partQuote } from "@/shared/ui/letter-history";
import { OutgoingLetterItem } from "@/shared/ui/outgoing/outgoing-letter";
import {
  type OutgoingLetter,
  useOutgoing,
  useOutgoingActions,
} from "@/shared/ui/outgoing/use-outgoing";
import { draftOf, EMPTY_LETTER, type LetterDraft } from "../composer/letter-draft";
import type { Entry } from "./queries";
import classes from "./timeline.module.css";

interface PendingLettersProps {
  card: CardRef;
  entries: readonly Entry[];
  onTakeBack: (draft: Partial<LetterDraft>) => void;
}

/** Letters on their way: to the portal, waiting there, and those that the timeline does not tell of yet. */
export function PendingLetters({ card, entries, onTakeBack }: PendingLettersProps) {
  const me = usePerson();
  const here = useSyncExternalStore(outbox.subscribe, outbox.waiting).filter(
    (letter) => letter.personId === me.id && isSameCard(letter.body.card, card),
  );
  const unsent = useUnsent(card, entries);
  const sent = useSentHere(card);
  const { takeBack } = useOutgoingActions();
  const giveBack = (draft: Partial<LetterDraft>) => {
    // What has been typed since stands beneath.
    const { html: typed } = readDraft(letterDraftKey(cardText(card)), EMPTY_LETTER);
    onTakeBack({ ...draft, html: (draft.html ?? "") + typed });
  };
  const stop = async ({ id }: OutgoingLetter) => {
    const taken = await takeBack(id);
    if (!taken) return;
    // This page may remember more of how it was written: what it quotes is folded, for one.
    const written = sent.find((one) => one.id === id)?.letter.draft as LetterDraft | undefined;
    giveBack(written ? { ...written, files: taken.attachments } : draftOf(taken));
  };
  return (
    <>
      {here.toReversed().map((letter) => (
        <OnItsWay
          key={letter.key}
          letter={letter}
          onTakeBack={() => {
            if (outbox.cancel(letter.key)) giveBack(letter.draft);
          }}
        />
      ))}
      {unsent.map((letter) => (
        <OutgoingLetterItem key={letter.id} letter={letter} onTakeBack={stop} />
      ))}
    </>
  );
}

/** The letters that have not left; and those that just have, until the timeline tells of them. */
function useUnsent(card: CardRef, entries: readonly Entry[]): OutgoingLetter[] {
  const client = useQueryClient();
  const { data: letters = [] } = useOutgoing(card);
  const sent = letters.filter(({ status }) => status === "sent").map(({ id }) => id);
  const sentIds = sent.join(" ");
  useEffect(() => {
    if (!sentIds) return;
    followChange(client, ["timeline", card.kind, card.id]);
    followChange(client, pulseKey({ kind: card.kind, id: card.id }));
  }, [sentIds, client, card.kind, card.id]);
  return letters.filter(({ id }) => !entries.some(({ source }) => source.id === id));
}

/** What was handed over from this page, by whoever does it: see the shell's outbox. */
function useSentHere(card: CardRef): readonly SentLetter[] {
  const { data } = useQuery<SentLetter[]>({
    queryKey: sentKey(card),
    queryFn: () => [],
    enabled: false,
    initialData: [],
  });
  return data;
}

interface OnItsWayProps {
  letter: WaitingLetter;
  onTakeBack: () => void;
}

function OnItsWay({ letter, onTakeBack }: OnItsWayProps) {
  const { t } = useTranslation(["card", "common"]);
  const me = usePerson();
  return (
    <TimelineItem
      icon={<IconMailForward size={16} />}
      who={me.name}
      what={letter.body.subject ?? ""}
      at={new Date(letter.sendAt).toISOString()}
      direction="outbound"
      directionLabel={t("outbound")}
      badge={t("statusSending")}
    >
      <p className={classes.snippet}>{partQuote(letter.body.text).text}</p>
      <Button variant="default" size="compact-sm" onClick={onTakeBack}>
        {t("takeBack")}
      </Button>
    </TimelineItem>
  );
}
