import { use } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "@/shared/i18n";
import { useNow } from "@/shared/lib";
import { TimelineEntry } from "./entry";
import type { EntryProps } from "./entry-props";
import { MailThread } from "./mail-thread";
import { FindingContext } from "./marked";
import type { Entry } from "./queries";
import { byDay, type Thread, threadsOf } from "./threads";
import classes from "./timeline.module.css";

interface DaysProps extends Pick<EntryProps, "card" | "onAnswer"> {
  entries: readonly Entry[];
  lastVisit: string | null;
}

/** The timeline by days, with a line between what came since the last visit and what was seen then. */
export function Days({ entries, lastVisit, card, onAnswer }: DaysProps) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const now = useNow();
  const { currentId } = use(FindingContext);
  const threads = threadsOf(entries);
  const isFresh = (at: string) => lastVisit !== null && at > lastVisit;
  const firstSeen = threads.findIndex(({ newest }) => !isFresh(newest.at));
  const divider = firstSeen > 0 ? threads[firstSeen]?.id : undefined;
  const unread = threads.find((thread) => isUnread(thread, isFresh))?.id;
  const dayName = (key: string, at: string) => {
    if (key === formats.dayKey(new Date(now))) return t("today");
    if (key === formats.dayKey(new Date(now - 86_400_000))) return t("yesterday");
    return formats.longDay(at);
  };
  return byDay(threads, formats.dayKey).map((day) => (
    <div key={day.key} className={classes.day}>
      <h2 className={classes.date}>{dayName(day.key, day.threads[0]?.newest.at ?? "")}</h2>
      {day.threads.map((thread) => (
        <div
          key={thread.id}
          data-entry={thread.newest.id}
          className={classes.thread}
          data-current={thread.newest.id === currentId || undefined}
        >
          {thread.id === divider && <p className={classes.divider}>↑ {t("newSince")}</p>}
          {thread.newest.kind === "mail" ? (
            <MailThread
              card={card}
              thread={thread}
              isFresh={isFresh}
              opened={thread.id === unread}
              onAnswer={onAnswer}
            />
          ) : (
            <TimelineEntry
              card={card}
              entry={thread.newest}
              fresh={isFresh(thread.newest.at)}
              onAnswer={onAnswer}
            />
          )}
        </div>
      ))}
    </div>
  ));
}

/** The newest letter that came since the last visit stands open: it is what one came for. */
function isUnread({ newest }: Thread, isFresh: (at: string) => boolean): boolean {
  return newest.kind === "mail" && newest.direction === "inbound" && isFresh(newest.at);
}
