import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { IconArrowBackUp, IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas } from "@/shared/api";
import { ErrorState, RowSkeletons, TimelineItem, useToasts } from "@/shared/ui";
import { Letter } from "@/shared/ui/letter";
import { type EntryProps, Marked } from "./entry";
import classes from "./timeline.module.css";

export function MailEntry({ entry, fresh, query, onAnswer }: EntryProps) {
  const { t } = useTranslation("card");
  const [open, setOpen] = useState(false);
  return (
    <TimelineItem
      icon={<IconMail size={16} />}
      who={entry.actor.name}
      what={<Marked text={entry.summary} query={query} />}
      at={entry.at}
      direction={entry.direction}
      directionLabel={entry.direction === "outbound" ? t("outbound") : t("inbound")}
      badge={entry.mark === "automatic" ? t("automatic") : undefined}
      fresh={fresh}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      {open ? (
        <OpenLetter id={entry.source.id} onAnswer={onAnswer} />
      ) : (
        entry.text && (
          <p className={classes.snippet}>
            <Marked text={entry.text} query={query} />
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
  const letter = useQuery({
    queryKey: ["letter", id],
    queryFn: () =>
      bodyOf(
        api.GET("/api/communications/{communication_id}", {
          params: { path: { communication_id: id } },
        }),
      ),
  });
  if (letter.isPending) return <RowSkeletons count={2} height={32} />;
  if (!letter.data)
    return <ErrorState error={letter.error} onRetry={() => void letter.refetch()} />;
  return (
    <div className={classes.letter}>
      <Letter letter={letter.data} />
      <Delivery letter={letter.data} />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconArrowBackUp size={16} />}
        onClick={() => onAnswer(letter.data, "answer")}
      >
        {t("reply")}
      </Button>
    </div>
  );
}

/** What became of a letter of ours, where it is worth a word. */
function Delivery({ letter }: { letter: Schemas["CommunicationView"] }) {
  const { t } = useTranslation("card");
  const client = useQueryClient();
  const toasts = useToasts();
  if (letter.direction !== "outbound" || letter.status === "sent" || letter.status === null)
    return null;
  const again = async () => {
    try {
      const path = { communication_id: letter.id };
      await api.POST("/api/communications/{communication_id}/send", { params: { path } });
      await client.invalidateQueries({ queryKey: ["letter", letter.id] });
    } catch (error) {
      toasts.failed(error);
    }
  };
  return letter.failure ? (
    <p className={classes.failure} role="alert">
      {t("statusFailed")}: {letter.failure}{" "}
      <Button variant="subtle" size="compact-xs" onClick={again}>
        {t("sendAgain")}
      </Button>
    </p>
  ) : (
    <p className={classes.note}>{t("statusSending")}</p>
  );
}
