import { IconClock } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CARD_FOLDERS, cardText, useCardTitles } from "@/shared/api";
import { letterDraftKey, readDraft, writeDraft } from "@/shared/lib";
import { CardLink, EmptyState, ErrorState, PageHeader, RowSkeletons, useToasts } from "@/shared/ui";
import { OutgoingLetterItem } from "@/shared/ui/outgoing/outgoing-letter";
import {
  type OutgoingLetter,
  useOutgoing,
  useOutgoingActions,
} from "@/shared/ui/outgoing/use-outgoing";
import classes from "./inbox.module.css";
import { StateSwitch } from "./state-switch";

/** One's own letters that have not left, the next to leave first. */
export function PlannedLetters() {
  const { t } = useTranslation("inbox");
  const { data: letters, isPending, error, refetch } = useOutgoing();
  const cards = letters?.flatMap(({ cards: [main] }) => (main ? [main] : [])) ?? [];
  const titles = useCardTitles(cards);
  const onTakeBack = useBackToCard();
  return (
    <section className={classes.planned} aria-label={t("planned")}>
      <header className={classes.top}>
        <PageHeader title={t("title")}>
          <StateSwitch state="planned" />
        </PageHeader>
      </header>
      {isPending && <RowSkeletons height={60} />}
      {error && !letters && <ErrorState error={error} onRetry={() => void refetch()} />}
      {letters?.length === 0 && (
        <EmptyState
          icon={<IconClock size={32} stroke={1.5} />}
          title={t("nonePlannedTitle")}
          text={t("nonePlannedText")}
        />
      )}
      {letters?.map((letter) => {
        const [card] = letter.cards;
        const title = card && titles.get(cardText(card));
        return (
          <OutgoingLetterItem key={letter.id} letter={letter} onTakeBack={onTakeBack}>
            {card && (
              <>
                {" · "}
                <CardLink card={card} title={title} />
              </>
            )}
          </OutgoingLetterItem>
        );
      })}
    </section>
  );
}

/** The letter is a draft on its card again, and the card is gone to. */
function useBackToCard() {
  const { t } = useTranslation("outgoing");
  const { takeBack } = useOutgoingActions();
  const toasts = useToasts();
  const navigate = useNavigate();
  return async ({ id }: OutgoingLetter) => {
    const taken = await takeBack(id);
    if (!taken) return;
    const key = letterDraftKey(cardText(taken.card));
    const { html: typed } = readDraft(key, { html: "" });
    const { at, planned, unless_answered: unlessAnswered } = taken.departure;
    writeDraft(key, {
      to: taken.to,
      cc: taken.cc,
      subject: taken.subject,
      html: (taken.html || taken.text) + typed,
      replyToId: taken.reply_to_id,
      quote: null,
      files: taken.attachments,
      leaveAt: planned && Date.parse(at) > Date.now() ? at : null,
      unlessAnswered,
      // It stands in the text already.
      signed: false,
    });
    toasts.done(t("takenBack"));
    await navigate({ href: `/${CARD_FOLDERS[taken.card.kind]}/${taken.card.id}` });
  };
}
