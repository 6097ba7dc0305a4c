import { Button } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CardRef, Schemas } from "@/shared/api";
import { commandKey, isTyping } from "@/shared/lib";
import { EmptyState, ErrorState, RowSkeletons } from "@/shared/ui";
import type { LetterDraft } from "../composer/letter-draft";
import type { Answering } from "../composer/use-answering";
import { Days } from "./days";
import { Filters, useKindFilter } from "./filters";
import { FindBox } from "./find-box";
import { FindingContext } from "./marked";
import { News } from "./news";
import { PendingLetters } from "./pending-letters";
import { useTimeline } from "./queries";
import { UploadButton } from "./upload-button";
import classes from "./timeline.module.css";
import { useFind } from "./use-find";

interface TimelineProps {
  card: CardRef;
  lastVisit: string | null;
  /** Its person is gone from the card: nothing is put on it any more. */
  erased: boolean;
  onAnswer: (letter: Schemas["CommunicationView"], how: Answering) => void;
  onTakeBack: (draft: Partial<LetterDraft>) => void;
}

export function Timeline({ card, lastVisit, erased, onAnswer, onTakeBack }: TimelineProps) {
  const { t } = useTranslation(["card", "common"]);
  const [kind, setKind] = useKindFilter();
  const timeline = useTimeline(card, kind);
  const list = useRef<HTMLDivElement>(null);
  const entries = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  const find = useFind({
    entries,
    hasMore: timeline.hasNextPage,
    loading: timeline.isFetchingNextPage,
    more: () => void timeline.fetchNextPage(),
  });
  useShownFind(list, find.currentId);
  return (
    <section aria-label={t("timeline")}>
      <div className={classes.tools}>
        <Filters card={card} kind={kind} onChange={setKind} />
        {!erased && <UploadButton card={card} />}
        <FindBox find={find} />
      </div>
      <News entries={entries} />
      {timeline.isPending && <RowSkeletons count={5} height={40} />}
      {timeline.isError && !timeline.data && (
        <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
      )}
      {timeline.data && entries.length === 0 && (
        <EmptyState
          icon={<IconMessages size={32} stroke={1.5} />}
          title={kind ? t("emptyKind") : t("emptyTitle")}
          text={kind ? undefined : t("emptyText")}
          action={
            kind && (
              <Button variant="default" size="xs" onClick={() => setKind(undefined)}>
                {t("emptyShowAll")}
              </Button>
            )
          }
        />
      )}
      {/* j and k are a shortcut between the buttons of the entries. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={list} onKeyDown={(event) => walk(event, list.current)}>
        {(kind === undefined || kind === "mail") && (
          <PendingLetters card={card} entries={entries} onTakeBack={onTakeBack} />
        )}
        <FindingContext value={{ query: find.query, currentId: find.currentId }}>
          <Days card={card} entries={entries} lastVisit={lastVisit} onAnswer={onAnswer} />
        </FindingContext>
      </div>
      {timeline.hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={timeline.isFetchingNextPage}
            onClick={() => void timeline.fetchNextPage()}
          >
            {t("common:showMore")}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Brings the find that one is at into sight. */
function useShownFind(list: React.RefObject<HTMLElement | null>, id: string | null): void {
  useEffect(() => {
    if (id === null) return;
    list.current
      ?.querySelector(`[data-entry="${CSS.escape(id)}"]`)
      ?.scrollIntoView({ block: "center" });
  }, [list, id]);
}

function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  if (isTyping(event)) return;
  const key = commandKey(event);
  const step = key === "j" ? 1 : key === "k" ? -1 : 0;
  if (step === 0 || !list) return;
  const lines = [...list.querySelectorAll<HTMLElement>("[data-row-link]")];
  const at = lines.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  lines[Math.min(Math.max(at + step, 0), lines.length - 1)]?.focus();
}
