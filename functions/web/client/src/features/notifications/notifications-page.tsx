import { Button, SegmentedControl } from "@mantine/core";
import {
  IconAlarm,
  IconAlertCircle,
  IconAt,
  IconBellOff,
  IconChecks,
  IconFile,
  IconFileAlert,
  IconHourglass,
  IconMail,
  IconMailQuestion,
  IconMailOff,
  IconMailX,
  IconMessages,
} from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, bodyOf, cardPath, cardText, type Schemas, useCardTitles } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import {
  EmptyState,
  ErrorState,
  PageBody,
  PageHeader,
  RowSkeletons,
  useToasts,
  When,
} from "@/shared/ui";
import { SnoozeMenu } from "@/shared/ui/telling/snooze-menu";
import classes from "./notifications.module.css";
import { WhereTo } from "./where-to";

type Notification = Schemas["NotificationView"];

const ICONS = {
  reminder: IconAlarm,
  letter: IconMail,
  message: IconMessages,
  unlinked_letter: IconMailQuestion,
  mention: IconAt,
  file: IconFile,
  file_refused: IconFileAlert,
  undelivered: IconMailX,
  next_step_missing: IconAlertCircle,
  answer_overdue: IconHourglass,
  team_answer_overdue: IconHourglass,
  mailbox_silent: IconMailOff,
} as const satisfies Record<Notification["kind"], unknown>;

/** Where what is about no card is looked after. */
const PLACES: Partial<Record<Notification["kind"], string>> = {
  unlinked_letter: "/inbox",
  mailbox_silent: "/settings/mail-health",
};

export function NotificationsPage() {
  const { t } = useTranslation("notifications");
  const { all } = useSearch({ strict: false });
  const navigate = useNavigate();
  const query = useNotifications(!all);
  const { readAll } = useReading();
  const toasts = useToasts();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const titles = useCardTitles(items.flatMap((item) => item.about.slice(0, 1)));
  const unread = query.data?.pages[0]?.unread ?? 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        note={unread > 0 ? t("unreadCount", { count: unread }) : undefined}
        actions={
          <Button
            variant="default"
            leftSection={<IconChecks size={16} />}
            disabled={unread === 0}
            loading={readAll.isPending}
            onClick={() => readAll.mutate(undefined, { onError: toasts.failed })}
          >
            {t("readAll")}
          </Button>
        }
      >
        <SegmentedControl
          size="xs"
          aria-label={t("show")}
          data={[
            { value: "unread", label: t("unread") },
            { value: "all", label: t("all") },
          ]}
          value={all ? "all" : "unread"}
          onChange={(value) =>
            void navigate({
              to: "/notifications",
              search: { all: value === "all" ? true : undefined },
              replace: true,
            })
          }
        />
      </PageHeader>
      <PageBody narrow>
        {query.isPending ? (
          <RowSkeletons />
        ) : !query.data ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : items.length === 0 ? (
          <EmptyState
            icon={<IconBellOff size={32} stroke={1.5} />}
            title={all ? t("emptyAll") : t("empty")}
            text={t("emptyText")}
          />
        ) : (
          <ul className={classes.list}>
            {items.map((item) => (
              <Line
                key={item.id}
                item={item}
                title={item.about[0] && titles.get(cardText(item.about[0]))}
              />
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <Button
            variant="default"
            mt="lg"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("more")}
          </Button>
        )}
      </PageBody>
    </>
  );
}

function Line({ item, title }: { item: Notification; title: string | undefined }) {
  const { t } = useTranslation("notifications");
  const { read } = useReading();
  const toasts = useToasts();
  const markRead = () => {
    if (!item.read) read.mutate(item.id, { onError: toasts.failed });
  };
  const later = useLater(item, markRead);
  const Icon = ICONS[item.kind];
  const card = item.about[0];
  const to = card ? cardPath(card) : (PLACES[item.kind] ?? null);
  return (
    <li className={classes.line} data-unread={!item.read || undefined}>
      <Icon size={18} stroke={1.75} aria-hidden className={classes.icon} />
      <div className={classes.body}>
        {to ? (
          <Link to={to} className={classes.text} onClick={markRead}>
            {item.text}
          </Link>
        ) : (
          <span className={classes.text}>{item.text}</span>
        )}
        {title !== undefined && !item.text.includes(title) && (
          <span className={classes.note}>{title}</span>
        )}
      </div>
      <span className={classes.note}>
        <When at={item.at} />
      </span>
      {card && item.kind === "next_step_missing" && (
        <PlanStep dealId={card.id} onClick={markRead} />
      )}
      <SnoozeMenu small onChoose={later} />
      <WhereTo id={item.id} />
      {!item.read && (
        <Button variant="subtle" size="compact-sm" onClick={markRead}>
          {t("read")}
        </Button>
      )}
    </li>
  );
}

/** Opens the deal with a reminder begun: the next step that it lacks. */
function PlanStep({ dealId, onClick }: { dealId: string; onClick: () => void }) {
  const { t } = useTranslation("pulse");
  return (
    <Button
      variant="default"
      size="compact-sm"
      onClick={onClick}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/deals/$cardId"
          params={{ cardId: dealId }}
          search={{ begin: "reminder" }}
        />
      )}
    >
      {t("setReminder")}
    </Button>
  );
}

/** Reminds of it at another time, on its card; the news itself is read then. */
function useLater({ text, about }: Notification, markRead: () => void) {
  const { t } = useTranslation("telling");
  const formats = useFormats();
  const toasts = useToasts();
  const client = useQueryClient();
  const remind = useMutation({
    mutationFn: (at: string) =>
      bodyOf(
        api.POST("/api/notifications/reminders", { body: { text, at, about: about[0] ?? null } }),
      ),
    onSuccess: (_reminder, at) => {
      markRead();
      toasts.done(t("snoozed", { when: formats.exact(at) }));
      void client.invalidateQueries({ queryKey: ["get", "/api/notifications/reminders"] });
    },
    onError: toasts.failed,
  });
  return (at: string) => remind.mutate(at);
}

// Below the path's own key, so that My day and the bell are asked anew together with this list.
const KEY = ["get", "/api/notifications"] as const;

function useNotifications(unread: boolean) {
  return useInfiniteQuery({
    queryKey: [...KEY, "pages", unread],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/notifications", {
          params: { query: { unread, limit: 50, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 60_000,
  });
}

/** The portal reads fifty at a time, and says how many are left. */
async function readEverything(): Promise<void> {
  let left = Infinity;
  for (;;) {
    const { unread } = await bodyOf(api.POST("/api/notifications/read-all"));
    if (unread === 0 || unread >= left) return;
    left = unread;
  }
}

function useReading() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: KEY });
  const read = useMutation({
    mutationFn: (id: string) =>
      api.POST("/api/notifications/{notification_id}/read", {
        params: { path: { notification_id: id } },
      }),
    onSettled,
  });
  const readAll = useMutation({
    mutationFn: readEverything,
    onSettled,
  });
  return { read, readAll };
}
