import { Link, useParams } from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AnyCard, CARD_FOLDERS, type CardKind, type CardRef, type Deal } from "@/shared/api";
import { ErrorState, RowSkeletons } from "@/shared/ui";
import { CardHeader } from "./card-header";
import classes from "./card.module.css";
import { CardComposer, type ComposerHandle } from "./composer/card-composer";
import type { LetterDraft } from "./composer/letter-draft";
import { useAnswering } from "./composer/use-answering";
import { CardFacts } from "./facts/card-facts";
import { FactsPanel } from "./facts-panel";
import { PulseStrip } from "./pulse/pulse-strip";
import { ErasedNotice } from "./personal/erased-notice";
import { RoundsPanel } from "./rounds/rounds-panel";
import { EndBanner } from "./stages/end-banner";
import { StageBar } from "./stages/stage-bar";
import { AbsenceNotice } from "./absences/absence-notice";
import { AlikeBanner } from "./duplicates/alike-banner";
import { FormerCards, useFollowMerged } from "./duplicates/former-cards";
import { Timeline } from "./timeline/timeline";
import { useCard, useReachable } from "./use-card";
import { WriteContext } from "./writing";

const CLOSED: ReadonlySet<string> = new Set(["qualified", "rejected"]);

/** The page of one kind of card. */
export function cardPageOf(kind: CardKind) {
  return function CardPage() {
    const { cardId = "" } = useParams({ strict: false });
    return <CardView key={cardId} card={{ kind, id: cardId }} />;
  };
}

function CardView({ card }: { card: CardRef }) {
  const { t } = useTranslation("card");
  const query = useCard(card.kind, card.id);
  const people = useReachable(card, query.data);
  useFollowMerged(card.kind, query.data);
  const composer = useRef<ComposerHandle>(null);
  const answering = useAnswering();
  const write = useCallback((part?: Partial<LetterDraft>) => composer.current?.write(part), []);
  const [lastVisit] = useState(() => noteVisit(card));
  if (query.isPending) return <RowSkeletons />;
  if (!query.data)
    return (
      <>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        <Link className={classes.back} to={listPath(card.kind)}>
          {t("toList")}
        </Link>
      </>
    );
  return (
    <WriteContext value={write}>
      <div className={classes.page}>
        <CardHeader card={card} record={query.data} people={people} onWrite={() => write()} />
        <AlikeBanner card={card} />
        <AbsenceNotice card={card} />
        <FormerCards card={card} record={query.data} />
        <ErasedNotice record={query.data} />
        {card.kind === "deal" && <StageBar deal={query.data as Deal} />}
        {card.kind === "deal" && <EndBanner deal={query.data as Deal} />}
        <PulseStrip
          card={card}
          open={isOpen(query.data)}
          onRemind={() => composer.current?.remind()}
        />
        <div className={classes.columns}>
          <FactsPanel>
            {card.kind === "deal" && <RoundsPanel deal={query.data as Deal} />}
            <CardFacts kind={card.kind} record={query.data} />
          </FactsPanel>
          <div className={classes.middle}>
            {!query.data.erased_at && <CardComposer ref={composer} card={card} people={people} />}
            <Timeline
              card={card}
              lastVisit={lastVisit}
              erased={Boolean(query.data.erased_at)}
              onTakeBack={write}
              onAnswer={(letter, how) => write(answering(letter, how))}
            />
          </div>
        </div>
      </div>
    </WriteContext>
  );
}

/** Whether work on a card goes on. */
function isOpen(record: AnyCard): boolean {
  if ("stage_kind" in record) return record.open;
  return !("converted_to" in record) || !CLOSED.has(record.status);
}

function listPath(kind: CardKind): string {
  return `/${CARD_FOLDERS[kind]}`;
}

/** When the reader was here before, by this device; and that he is here now. */
function noteVisit(card: CardRef): string | null {
  const key = `portal.visit.${card.kind}:${card.id}`;
  const before = localStorage.getItem(key);
  localStorage.setItem(key, new Date().toISOString());
  return before;
}
