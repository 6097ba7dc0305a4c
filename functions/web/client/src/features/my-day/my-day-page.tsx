import { Button } from "@mantine/core";
import { IconAlarm, IconSun } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText, useCardTitles, usePerson, useReminders } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { localOf, useNow } from "@/shared/lib";
import { EmptyState, ErrorState, PageBody, PageHeader, RowSkeletons } from "@/shared/ui";
import { DaySection } from "./day-section";
import classes from "./my-day.module.css";
import { NotificationLine } from "./notification-line";
import {
  type Letter,
  type Notification,
  useUnlinkedLetters,
  useUnreadNotifications,
} from "./queries";
import { ReminderLine } from "./reminder-line";
import { type DaySections, partOfDay, sectionsOf } from "./sections";
import { UnlinkedLine } from "./unlinked-line";

type TitleOf = (card: CardRef | null | undefined) => string | undefined;

/** What needs me now, and what is next; each line acts where it stands. */
export function MyDayPage() {
  const { t } = useTranslation("my-day");
  const formats = useFormats();
  const now = useNow();
  return (
    <>
      <PageHeader title={t("title")} note={formats.longDay(new Date(now))} />
      <PageBody>
        <Day />
      </PageBody>
    </>
  );
}

function Day() {
  const formats = useFormats();
  const notifications = useUnreadNotifications();
  const reminders = useReminders();
  const unlinked = useUnlinkedLetters();
  const now = useNow();
  const told = notifications.data?.items ?? [];
  const pending = reminders.data?.items ?? [];
  const titles = useCardTitles([
    ...told.flatMap((one) => one.about.slice(0, 1)),
    ...pending.flatMap((one) => one.about ?? []),
  ]);
  const titleOf: TitleOf = (card) => (card ? titles.get(cardText(card)) : undefined);
  if (notifications.isPending || reminders.isPending || unlinked.isPending) return <RowSkeletons />;
  if (!notifications.data || !reminders.data)
    return (
      <ErrorState
        error={notifications.error ?? reminders.error}
        onRetry={() => void Promise.all([notifications.refetch(), reminders.refetch()])}
      />
    );
  const day = sectionsOf(told, pending, formats.dayKey, new Date(now));
  const letters = unlinked.data?.items ?? [];
  const { overdue, letters: news, mentions, files } = day;
  const waits = overdue.length + news.length + mentions.length + files.length + letters.length > 0;
  return (
    <div className={classes.day}>
      <div className={classes.now}>
        {waits ? (
          <Now day={day} letters={letters} more={Boolean(unlinked.data?.next)} titleOf={titleOf} />
        ) : (
          <NothingWaits />
        )}
      </div>
      <aside className={classes.next}>
        <Next day={day} titleOf={titleOf} />
      </aside>
    </div>
  );
}

interface NowProps {
  day: DaySections;
  letters: readonly Letter[];
  /** There are more letters without a card than are shown. */
  more: boolean;
  titleOf: TitleOf;
}

function Now({ day, letters, more, titleOf }: NowProps) {
  const { t } = useTranslation("my-day");
  const line = (one: Notification) => (
    <NotificationLine key={one.id} notification={one} title={titleOf(one.about[0])} />
  );
  return (
    <>
      <DaySection title={t("overdue")} tone="late">
        {day.overdue.map(line)}
      </DaySection>
      <DaySection title={t("letters")}>{day.letters.map(line)}</DaySection>
      <DaySection title={t("mentions")}>{day.mentions.map(line)}</DaySection>
      <DaySection title={t("files")}>{day.files.map(line)}</DaySection>
      <DaySection
        title={t("unlinked")}
        more={more ? { to: "/inbox", label: t("allLetters") } : undefined}
      >
        {letters.map((letter) => (
          <UnlinkedLine key={letter.id} letter={letter} />
        ))}
      </DaySection>
    </>
  );
}

function Next({ day, titleOf }: { day: DaySections; titleOf: TitleOf }) {
  const { t } = useTranslation("my-day");
  const lines = (reminders: DaySections["today"]) =>
    reminders.map((one) => <ReminderLine key={one.id} reminder={one} title={titleOf(one.about)} />);
  if (day.today.length + day.soon.length === 0)
    return (
      <section className={classes.section} aria-label={t("soon")}>
        <h2 className={classes.heading}>{t("soon")}</h2>
        <div className={classes.nothing}>
          <IconAlarm size={20} stroke={1.5} aria-hidden />
          <p>{t("nothingNext")}</p>
        </div>
      </section>
    );
  return (
    <>
      <DaySection title={t("today")}>{lines(day.today)}</DaySection>
      <DaySection title={t("soon")}>{lines(day.soon)}</DaySection>
    </>
  );
}

function NothingWaits() {
  const { t } = useTranslation("my-day");
  const { name, time_zone } = usePerson();
  const hour = Number(localOf(new Date(useNow()), time_zone).slice(11, 13));
  const [first = name] = name.split(" ");
  return (
    <div className={classes.calm}>
      <EmptyState
        icon={<IconSun size={32} stroke={1.5} />}
        title={t("clear")}
        text={`${t("greeting", { part: partOfDay(hour), name: first })}. ${t("clearText")}`}
        action={
          <Button component={Link} to="/deals" variant="default">
            {t("toDeals")}
          </Button>
        }
      />
    </div>
  );
}
