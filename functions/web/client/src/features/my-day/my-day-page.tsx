import { Button } from "@mantine/core";
import { IconAt, IconBell, IconFile, IconMail, IconSun } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { cardText, useCardTitles, usePerson, useReminders } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { localOf, useNow } from "@/shared/lib";
import { EmptyState, ErrorState, PageBody, PageHeader, RowSkeletons } from "@/shared/ui";
import { DaySection } from "./day-section";
import { NotificationLine } from "./notification-line";
import { useUnlinkedLetters, useUnreadNotifications } from "./queries";
import { ReminderLine } from "./reminder-line";
import { partOfDay, sectionsOf } from "./sections";
import { UnlinkedLine } from "./unlinked-line";

/** What needs me now; each line acts where it stands. */
export function MyDayPage() {
  const { t } = useTranslation("my-day");
  const formats = useFormats();
  const person = usePerson();
  const now = new Date(useNow());
  const hour = Number(localOf(now, person.time_zone).slice(11, 13));
  return (
    <>
      <PageHeader title={t("title")} note={formats.longDay(now)} />
      <PageBody narrow>
        <Day greeting={t("greeting", { part: partOfDay(hour), name: firstName(person.name) })} />
      </PageBody>
    </>
  );
}

function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}

function Day({ greeting }: { greeting: string }) {
  const { t } = useTranslation("my-day");
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
  const titleOf = (card: Parameters<typeof cardText>[0] | null | undefined) =>
    card ? titles.get(cardText(card)) : undefined;
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
  const waiting = told.filter((one) => one.kind !== "unlinked_letter").length;
  if (waiting + pending.length + letters.length === 0) return <NothingWaits greeting={greeting} />;
  return (
    <>
      <DaySection title={t("overdue")} tone="late">
        {day.overdue.map((one) => (
          <NotificationLine
            key={one.id}
            notification={one}
            icon={<IconBell size={16} />}
            title={titleOf(one.about[0])}
            done={t("done")}
            late
          />
        ))}
      </DaySection>
      <DaySection title={t("today")}>
        {day.today.map((one) => (
          <ReminderLine key={one.id} reminder={one} title={titleOf(one.about)} />
        ))}
      </DaySection>
      <DaySection title={t("letters")}>
        {day.letters.map((one) => (
          <NotificationLine
            key={one.id}
            notification={one}
            icon={<IconMail size={16} />}
            title={titleOf(one.about[0])}
            done={t("read")}
          />
        ))}
      </DaySection>
      <DaySection
        title={t("unlinked")}
        more={unlinked.data?.next ? { to: "/inbox", label: t("allLetters") } : undefined}
      >
        {letters.map((letter) => (
          <UnlinkedLine key={letter.id} letter={letter} />
        ))}
      </DaySection>
      <DaySection title={t("mentions")}>
        {day.mentions.map((one) => (
          <NotificationLine
            key={one.id}
            notification={one}
            icon={<IconAt size={16} />}
            title={titleOf(one.about[0])}
            done={t("read")}
          />
        ))}
      </DaySection>
      <DaySection title={t("files")}>
        {day.files.map((one) => (
          <NotificationLine
            key={one.id}
            notification={one}
            icon={<IconFile size={16} />}
            title={titleOf(one.about[0])}
            done={t("read")}
          />
        ))}
      </DaySection>
      <DaySection title={t("soon")}>
        {day.soon.map((one) => (
          <ReminderLine key={one.id} reminder={one} title={titleOf(one.about)} />
        ))}
      </DaySection>
    </>
  );
}

function NothingWaits({ greeting }: { greeting: string }) {
  const { t } = useTranslation("my-day");
  return (
    <EmptyState
      icon={<IconSun size={32} stroke={1.5} />}
      title={`${greeting}. ${t("clear")}`}
      text={t("clearText")}
      action={
        <Button component={Link} to="/deals" variant="default">
          {t("toDeals")}
        </Button>
      }
    />
  );
}
