import { Button, Chip, Group, TextInput } from "@mantine/core";
import { IconMessages, IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardRef, Schemas } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { commandKey, isTyping, useNow } from "@/shared/lib";
import { EmptyState, ErrorState, RowSkeletons } from "@/shared/ui";
import type { Answering } from "../composer/use-answering";
import { byDay, contains } from "./days";
import { TimelineEntry } from "./entry";
import { type EntryKind, useTimeline } from "./queries";
import classes from "./timeline.module.css";

const FILTERS = {
  all: "filterAll",
  mail: "filterMail",
  comment: "filterComments",
  file: "filterFiles",
  stage: "filterStages",
} as const;

type Filter = keyof typeof FILTERS;

interface TimelineProps {
  card: CardRef;
  lastVisit: string | null;
  onAnswer: (letter: Schemas["CommunicationView"], how: Answering) => void;
}

export function Timeline({ card, lastVisit, onAnswer }: TimelineProps) {
  const { t } = useTranslation(["card", "common"]);
  const [filter, setFilter] = useState<Filter>("all");
  const [query, setQuery] = useState("");
  const kind: EntryKind | undefined = filter === "all" ? undefined : filter;
  const timeline = useTimeline(card, kind);
  const list = useRef<HTMLDivElement>(null);
  const entries = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = query.trim() === "" ? entries : entries.filter((entry) => contains(entry, query));
  const filters = (Object.keys(FILTERS) as Filter[]).filter(
    (each) => card.kind === "deal" || each !== "stage",
  );
  return (
    <section aria-label={t("timeline")}>
      <div className={classes.tools}>
        <Chip.Group value={filter} onChange={(value) => setFilter(value)}>
          <Group gap={4} role="group" aria-label={t("filterLabel")}>
            {filters.map((each) => (
              <Chip key={each} value={each} size="xs" variant="light">
                {t(FILTERS[each])}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <TextInput
          className={classes.search}
          size="xs"
          type="search"
          leftSection={<IconSearch size={14} />}
          aria-label={t("searchHere")}
          placeholder={t("searchHere")}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      {timeline.isPending && <RowSkeletons count={5} height={40} />}
      {timeline.isError && !timeline.data && (
        <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
      )}
      {timeline.data && entries.length === 0 && (
        <EmptyState
          icon={<IconMessages size={32} stroke={1.5} />}
          title={filter === "all" ? t("emptyTitle") : t("emptyKind")}
          text={filter === "all" ? t("emptyText") : undefined}
        />
      )}
      {entries.length > 0 && shown.length === 0 && (
        <p className={classes.none} role="status">
          {t("searchNone", { query })} {timeline.hasNextPage && t("searchPartly")}
        </p>
      )}
      {/* j and k are a shortcut between the buttons of the entries. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={list} onKeyDown={(event) => walk(event, list.current)}>
        <Days entries={shown} lastVisit={lastVisit} onAnswer={onAnswer} query={query.trim()} />
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

interface DaysProps {
  entries: Parameters<typeof byDay>[0];
  lastVisit: string | null;
  query: string;
  onAnswer: TimelineProps["onAnswer"];
}

function Days({ entries, lastVisit, query, onAnswer }: DaysProps) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const now = useNow();
  const today = formats.dayKey(new Date(now));
  const yesterday = formats.dayKey(new Date(now - 86_400_000));
  const isNew = (at: string) => lastVisit !== null && at > lastVisit;
  const firstSeen = entries.findIndex((entry) => !isNew(entry.at));
  const divider = firstSeen > 0 ? entries[firstSeen]?.id : undefined;
  return byDay(entries, formats.dayKey).map((day) => (
    <div key={day.key} className={classes.day}>
      <h2 className={classes.date}>
        {day.key === today
          ? t("today")
          : day.key === yesterday
            ? t("yesterday")
            : formats.longDay(day.entries[0]?.at ?? "")}
      </h2>
      {day.entries.map((entry) => (
        <div key={entry.id}>
          {entry.id === divider && <p className={classes.divider}>↑ {t("newSince")}</p>}
          <TimelineEntry entry={entry} fresh={isNew(entry.at)} query={query} onAnswer={onAnswer} />
        </div>
      ))}
    </div>
  ));
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
