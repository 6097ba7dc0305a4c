import { Button } from "@mantine/core";
import { IconFile, IconFlag, IconMessages } from "@tabler/icons-react";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Fragment, useLayoutEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { EmptyState, ErrorState, RowSkeletons } from "@/shared/ui";
import { Bubble, LetterBubble, WaitingBubble } from "./bubbles";
import { MessageBox } from "./message-box";
import { useMessages } from "./use-messages";
import classes from "./conversation.module.css";

type Entry = Schemas["EntryView"];

const PAGE = 30;
const NOTHING: readonly Entry[] = [];

function useConversation(dealId: string) {
  return useInfiniteQuery({
    queryKey: ["room", "conversation", dealId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        api.GET("/api/crm/deals/{card_id}/timeline", {
          params: { path: { card_id: dealId }, query: { limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 15_000,
    // The newest first, as they come; a conversation reads the other way.
    select: ({ pages }) => pages.flatMap(({ items }) => items).toReversed(),
  });
}

/** What the client and the company have said to each other, and what happened to his deal meanwhile. */
export function Conversation({ dealId }: { dealId: string }) {
  const { t } = useTranslation("room");
  const client = useQueryClient();
  const query = useConversation(dealId);
  const entries = query.data ?? NOTHING;
  const shown = useMemo(() => new Set(entries.map(({ source }) => source.id)), [entries]);
  const refresh = () =>
    // Its place on the deal is found a moment after it was taken.
    void [600, 2_000, 5_000].map((ms) =>
      setTimeout(
        () => void client.invalidateQueries({ queryKey: ["room", "conversation", dealId] }),
        ms,
      ),
    );
  const messages = useMessages(dealId, shown, refresh);
  const newest = messages.waiting.at(-1)?.key ?? entries.at(-1)?.id;
  const scroller = useNewest(newest);
  return (
    <section className={classes.conversation} aria-label={t("conversation")}>
      <h2 className={classes.heading}>{t("conversation")}</h2>
      {query.isPending && <RowSkeletons count={4} height={56} />}
      {query.isError && entries.length === 0 && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      <div
        className={classes.scroll}
        ref={scroller}
        // Who has no mouse scrolls it by keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={t("conversation")}
      >
        {query.hasNextPage && (
          <Button
            variant="subtle"
            className={classes.earlier}
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("earlier")}
          </Button>
        )}
        {query.isSuccess && entries.length === 0 && messages.waiting.length === 0 && (
          <EmptyState
            icon={<IconMessages size={32} stroke={1.5} />}
            title={t("quiet")}
            text={t("quietText")}
          />
        )}
        <Entries entries={entries} />
        <ul className={classes.entries} aria-live="polite">
          {messages.waiting.map((message) => (
            <WaitingBubble
              key={message.key}
              message={message}
              onRetry={() => messages.retry(message.key)}
              onDrop={() => messages.drop(message.key)}
            />
          ))}
        </ul>
      </div>
      <MessageBox dealId={dealId} onWrite={messages.write} />
    </section>
  );
}

/** Keeps the newest in sight: when the conversation opens, and whenever something is added to its end. */
function useNewest(newest: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box && newest) box.scrollTop = box.scrollHeight;
  }, [newest]);
  return scroller;
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  const formats = useFormats();
  return (
    <ol className={classes.entries}>
      {entries.map((entry, index) => {
        const day = formats.dayKey(entry.at);
        const before = entries[index - 1];
        const newDay = !before || formats.dayKey(before.at) !== day;
        return (
          <Fragment key={`${entry.kind}-${entry.id}`}>
            {newDay && (
              <li className={classes.day}>
                <span>{formats.longDay(entry.at)}</span>
              </li>
            )}
            <ConversationEntry entry={entry} />
          </Fragment>
        );
      })}
    </ol>
  );
}

function ConversationEntry({ entry }: { entry: Entry }) {
  if (entry.kind === "message") return <Bubble entry={entry} />;
  if (entry.kind === "mail") return <LetterBubble entry={entry} />;
  return <Happening entry={entry} />;
}

function Happening({ entry }: { entry: Entry }) {
  const { t } = useTranslation("room");
  const formats = useFormats();
  const file = entry.kind === "file";
  const Icon = file ? IconFile : IconFlag;
  return (
    <li className={classes.happening}>
      <Icon size={16} aria-hidden />
      <span>
        {file
          ? t("fileCame", { name: entry.summary })
          : entry.kind === "stage"
            ? t("stageIs", { stage: entry.summary })
            : entry.summary}{" "}
        <time dateTime={entry.at}>{formats.time(entry.at)}</time>
      </span>
    </li>
  );
}
