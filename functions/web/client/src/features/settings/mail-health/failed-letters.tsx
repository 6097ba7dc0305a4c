import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Schemas } from "@/shared/api";
import { useToasts, When } from "@/shared/ui";
import { reasonOf } from "./health";
import { BY_PAGES, LetterPages } from "./letter-pages";
import classes from "./mail-health.module.css";

type Letter = Schemas["CommunicationItem"];

const FAILED = "/api/communications/failed";
const HEALTH = "/api/communications/mailboxes/health";

/** Each letter that could not be read, why, and another attempt. */
export function FailedLetters() {
  const { t } = useTranslation("health");
  const list = $api.useInfiniteQuery("get", FAILED, { params: { query: { limit: 20 } } }, BY_PAGES);
  return (
    <LetterPages
      title={t("failedTitle")}
      none={t("failedNone")}
      list={list}
      line={(letter) => <Failed key={letter.id} letter={letter} />}
    />
  );
}

function Failed({ letter }: { letter: Letter }) {
  const { t } = useTranslation("health");
  const again = useReadingAgain(letter.id);
  const subject = letter.subject || t("noSubject");
  return (
    <li className={classes.letter}>
      <div className={classes.about}>
        <p className={classes.name}>{subject}</p>
        <p className={classes.text}>
          {letter.from.name || letter.from.address || t("unknownSender")}, <When at={letter.at} />
        </p>
        <p className={classes.text}>{t(reasonOf(letter.problem ?? ""))}</p>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconRefresh size={14} />}
        loading={again.isPending}
        aria-label={`${t("again")}: ${subject}`}
        onClick={() => again.mutate()}
      >
        {t("again")}
      </Button>
    </li>
  );
}

function useReadingAgain(letterId: string) {
  const { t } = useTranslation("health");
  const toasts = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST("/api/communications/{communication_id}/parse", {
          params: { path: { communication_id: letterId } },
        }),
      ),
    onSuccess: (letter) => toasts.done(letter.problem ? t("stillFailed") : t("read")),
    onError: toasts.failed,
    onSettled: async () => {
      for (const path of [FAILED, HEALTH])
        await client.invalidateQueries({ queryKey: ["get", path] });
    },
  });
}
