import { Button } from "@mantine/core";
import { IconArchiveOff } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { useToasts, When } from "@/shared/ui";
import { BY_PAGES, LetterPages } from "./letter-pages";
import classes from "./mail-health.module.css";

type Letter = Schemas["SkippedView"];

const SKIPPED = "/api/communications/skipped";
const HEALTH = "/api/communications/mailboxes/health";

/** Each letter that the rules left out and that can still be had. */
export function SkippedLetters() {
  const { t } = useTranslation("health");
  const list = $api.useInfiniteQuery(
    "get",
    SKIPPED,
    { params: { query: { limit: 20 } } },
    BY_PAGES,
  );
  return (
    <LetterPages
      title={t("skippedTitle")}
      about={t("skippedText")}
      none={list.hasNextPage ? null : t("skippedNone")}
      list={list}
      line={(letter) => <Skipped key={letter.id} letter={letter} />}
    />
  );
}

function Skipped({ letter }: { letter: Letter }) {
  const { t } = useTranslation("health");
  const restoring = useRestoring(letter.id);
  const from = letter.sender_name || letter.sender || t("privateMailbox");
  return (
    <li className={classes.letter}>
      <div className={classes.about}>
        <p className={classes.name}>{letter.subject || from}</p>
        <p className={classes.text}>
          {letter.subject && `${from}, `}
          <When at={letter.at} />
          {letter.mailboxes.length > 0 && ` → ${letter.mailboxes.join(", ")}`}
        </p>
        <p className={classes.text}>
          {letter.rule === null ? t("byNever") : t("byRule", { rule: letter.rule })}
        </p>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconArchiveOff size={14} />}
        loading={restoring.isPending}
        aria-label={`${t("restore")}: ${letter.subject || from}`}
        onClick={() => restoring.mutate()}
      >
        {t("restore")}
      </Button>
    </li>
  );
}

function useRestoring(letterId: string) {
  const { t } = useTranslation("health");
  const toasts = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST("/api/communications/skipped/{skipped_id}/restore", {
          params: { path: { skipped_id: letterId } },
        }),
      ),
    onSuccess: () => toasts.done(t("restored")),
    onError: toasts.failed,
    onSettled: async () => {
      for (const path of [SKIPPED, HEALTH])
        await client.invalidateQueries({ queryKey: ["get", path] });
    },
  });
}
