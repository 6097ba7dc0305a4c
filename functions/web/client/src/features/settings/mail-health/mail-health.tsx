import { useTranslation } from "react-i18next";
import { $api } from "@/shared/api";
import { ErrorState, RowSkeletons } from "@/shared/ui";
import { Section } from "../section";
import classes from "./mail-health.module.css";
import { FailedLetters } from "./failed-letters";
import { SkippedLetters } from "./skipped-letters";
import { MailboxState } from "./mailbox-state";

/** Whether mail works, in plain words: each mailbox, and each letter that could not be read. */
export default function MailHealth() {
  const { t } = useTranslation("health");
  const list = $api.useQuery("get", "/api/communications/mailboxes/health");
  return (
    <>
      <Section title={t("health")} text={t("healthText")}>
        {list.isPending && <RowSkeletons />}
        {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
        {list.data?.items.length === 0 && <p className={classes.text}>{t("noMailboxes")}</p>}
        <ul className={classes.list}>
          {list.data?.items.map((health) => (
            <MailboxState key={health.mailbox_id ?? "none"} health={health} />
          ))}
        </ul>
      </Section>
      <FailedLetters />
      <SkippedLetters />
    </>
  );
}
