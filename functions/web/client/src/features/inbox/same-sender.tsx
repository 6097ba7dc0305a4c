import { Button, CloseButton, Kbd } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./inbox.module.css";
import { nameOf } from "./letters";
import type { Inbox } from "./use-inbox";

/** Offers to bring the sender's other letters to the card as well. */
export function SameSender({ same }: Pick<Inbox, "same">) {
  const { t } = useTranslation(["inbox", "common"]);
  const { move, count, progress, join, dismiss } = same;
  if (!move) return null;
  return (
    <div className={classes.same} role="status">
      <span className={classes.sameText}>
        {progress
          ? t("joining", { done: progress.done + 1, of: progress.of })
          : t("sameSender", { count, name: nameOf(move.letter.from) })}
      </span>
      <Button
        size="compact-sm"
        variant="light"
        loading={progress !== null}
        aria-keyshortcuts="A"
        rightSection={<Kbd size="xs">A</Kbd>}
        onClick={() => void join()}
      >
        {t("joinSender")}
      </Button>
      <CloseButton size="sm" aria-label={t("common:close")} onClick={dismiss} />
    </div>
  );
}
