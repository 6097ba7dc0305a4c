import { Button, Skeleton } from "@mantine/core";
import { IconAlertTriangle, IconClock, IconMail } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, type Schemas } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useOnline } from "@/shared/lib";
import { ErrorState } from "@/shared/ui";
import type { WaitingMessage } from "./waiting-messages";
import classes from "./conversation.module.css";

type Entry = Schemas["EntryView"];

// Letters bring their cleaner of markup with them, which a conversation of messages does not need.
const Letter = lazy(async () => ({ default: (await import("@/shared/ui/letter")).Letter }));

const LONG = 1_200;

interface SpeechProps {
  own: boolean;
  who: string;
  at: string;
  children: ReactNode;
}

/** Words of one side, at its own edge. */
function Speech({ own, who, at, children }: SpeechProps) {
  const { t } = useTranslation("room");
  const formats = useFormats();
  return (
    <li className={classes.speech} data-own={own || undefined}>
      <p className={classes.by}>
        <span>{own ? t("you") : who}</span> <time dateTime={at}>{formats.time(at)}</time>
      </p>
      <div className={classes.bubble}>{children}</div>
    </li>
  );
}

export function Bubble({ entry }: { entry: Entry }) {
  const { t } = useTranslation("room");
  const [whole, setWhole] = useState(false);
  const text = entry.text ?? entry.summary;
  const long = text.length > LONG;
  return (
    <Speech own={entry.direction === "inbound"} who={entry.actor.name} at={entry.at}>
      <p className={classes.text}>{long && !whole ? `${text.slice(0, LONG)}…` : text}</p>
      {long && (
        <button type="button" className={classes.more} onClick={() => setWhole(!whole)}>
          {t(whole ? "less" : "whole")}
        </button>
      )}
    </Speech>
  );
}

/** A letter by its subject and beginning, opened in place. */
export function LetterBubble({ entry }: { entry: Entry }) {
  const { t } = useTranslation("room");
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <Speech own={entry.direction === "inbound"} who={entry.actor.name} at={entry.at}>
      <p className={classes.subject}>
        <IconMail size={16} role="img" aria-label={t("letter")} /> {entry.summary}
      </p>
      {!open && entry.text && <p className={classes.text}>{entry.text}</p>}
      <div id={id}>{open && <OpenLetter id={entry.source.id} />}</div>
      <button
        type="button"
        className={classes.more}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t(open ? "less" : "openLetter")}
      </button>
    </Speech>
  );
}

function OpenLetter({ id }: { id: string }) {
  const query = $api.useQuery("get", "/api/communications/{communication_id}", {
    params: { path: { communication_id: id } },
  });
  if (query.isPending) return <Skeleton height={64} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Suspense fallback={<Skeleton height={64} />}>
      <Letter letter={query.data} />
    </Suspense>
  );
}

interface WaitingBubbleProps {
  message: WaitingMessage;
  onRetry: () => void;
  onDrop: () => void;
}

/** What the client has just written, until the portal shows it by itself. */
export function WaitingBubble({ message, onRetry, onDrop }: WaitingBubbleProps) {
  const { t } = useTranslation("room");
  const online = useOnline();
  return (
    <Speech own who="" at={message.at}>
      <p className={classes.text}>{message.text}</p>
      {message.refused ? (
        <div className={classes.refused}>
          <p role="alert">
            <IconAlertTriangle size={16} aria-hidden /> {t("notSent")} {message.refused}
          </p>
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t("sendAgain")}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onDrop}>
            {t("drop")}
          </Button>
        </div>
      ) : (
        !message.id && (
          <p className={classes.state}>
            <IconClock size={14} aria-hidden /> {t(online ? "sending" : "waitsForConnection")}
          </p>
        )
      )}
    </Speech>
  );
}
