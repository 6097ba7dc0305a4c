import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import {
  IconArrowBackUp,
  IconArrowBackUpDouble,
  IconArrowForwardUp,
  IconMail,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState, RowSkeletons, TimelineItem } from "@/shared/ui";
import { Letter } from "@/shared/ui/letter";
import { othersOf } from "../composer/letter-draft";
import { Delivery, useDelivery } from "./delivery";
import type { EntryProps } from "./entry-props";
import { LetterMenu } from "./letter-menu";
import { Marked } from "./marked";
import { letterKey, readLetter } from "./queries";
import classes from "./timeline.module.css";

interface MailEntryProps extends EntryProps {
  /** Whether it stands open from the beginning. */
  opened?: boolean;
  /** How many letters of the same conversation stand beneath it. */
  older?: number;
}

export function MailEntry({ card, entry, fresh, opened, older = 0, onAnswer }: MailEntryProps) {
  const { t } = useTranslation("card");
  const [open, setOpen] = useState(opened ?? false);
  const delivery = useDelivery(entry);
  const badge =
    entry.mark === "returned"
      ? t("returned")
      : entry.mark === "automatic"
        ? t("automatic")
        : delivery === "failed"
          ? t("statusFailed")
          : delivery === "bounced" || delivery === "delayed" || delivery === "complained"
            ? t(`badge_${delivery}`)
            : undefined;
  const late = delivery === "failed" || delivery === "bounced" || entry.mark === "returned";
  return (
    <TimelineItem
      icon={<IconMail size={16} />}
      who={entry.actor.name || t("someone")}
      what={
        entry.privacy === "hidden" ? (
          t("letterHidden")
        ) : (
          <Marked text={entry.summary || t("noSubject")} />
        )
      }
      at={entry.at}
      direction={entry.direction}
      directionLabel={entry.direction === "outbound" ? t("outbound") : t("inbound")}
      badge={badge}
      badgeKind={late ? "late" : undefined}
      count={older > 0 ? older + 1 : undefined}
      fresh={fresh}
      open={open}
      onToggle={() => setOpen(!open)}
      menu={<LetterMenu card={card} entry={entry} onAnswer={onAnswer} />}
    >
      {open ? (
        <OpenLetter id={entry.source.id} onAnswer={onAnswer} />
      ) : (
        entry.text && (
          <p className={classes.snippet}>
            <Marked text={entry.text} />
          </p>
        )
      )}
    </TimelineItem>
  );
}

interface OpenLetterProps {
  id: string;
  onAnswer: EntryProps["onAnswer"];
}

function OpenLetter({ id, onAnswer }: OpenLetterProps) {
  const { t } = useTranslation("card");
  const letter = useQuery({ queryKey: letterKey(id), queryFn: () => readLetter(id) });
  if (letter.isPending) return <RowSkeletons count={2} height={32} />;
  if (!letter.data)
    return <ErrorState error={letter.error} onRetry={() => void letter.refetch()} />;
  const { data } = letter;
  return (
    <div className={classes.letter}>
      <Letter letter={data} />
      {data.bounce && <p className={classes.failure}>{t("bounced")}</p>}
      <Delivery letter={data} />
      {data.privacy === "full" && <Answers data={data} onAnswer={onAnswer} />}
    </div>
  );
}

interface AnswersProps {
  data: Awaited<ReturnType<typeof readLetter>>;
  onAnswer: EntryProps["onAnswer"];
}

function Answers({ data, onAnswer }: AnswersProps) {
  const { t } = useTranslation("card");
  return (
    <div className={classes.answers}>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconArrowBackUp size={16} />}
        onClick={() => onAnswer(data, "answer")}
      >
        {t("reply")}
      </Button>
      {othersOf(data) > 0 && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowBackUpDouble size={16} />}
          onClick={() => onAnswer(data, "answerAll")}
        >
          {t("replyAll")}
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="xs"
        leftSection={<IconArrowForwardUp size={16} />}
        onClick={() => onAnswer(data, "forward")}
      >
        {t("forward")}
      </Button>
    </div>
  );
}
