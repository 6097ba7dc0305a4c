import { Button } from "@mantine/core";
import {
  IconArrowsExchange,
  IconDownload,
  IconFile,
  IconMessage,
  IconMessages,
  IconPlus,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas } from "@/shared/api";
import { TimelineItem, useToasts } from "@/shared/ui";
import type { Answering } from "../composer/use-answering";
import { ConvertedEntry } from "./converted-entry";
import { MailEntry } from "./mail-entry";
import type { Entry } from "./queries";
import classes from "./timeline.module.css";

export interface EntryProps {
  entry: Entry;
  fresh: boolean;
  /** What is being looked for, to be marked. */
  query: string;
  onAnswer: (letter: Schemas["CommunicationView"], how: Answering) => void;
}

export function TimelineEntry(props: EntryProps) {
  switch (props.entry.kind) {
    case "mail":
      return <MailEntry {...props} />;
    case "comment":
    case "message":
      return <CommentEntry {...props} />;
    case "file":
      return <FileEntry {...props} />;
    case "stage":
      return <StageEntry {...props} />;
    case "converted":
      return <ConvertedEntry {...props} />;
    case "created":
      return <CreatedEntry {...props} />;
    default:
      return <PlainEntry {...props} />;
  }
}

const LONG = 900;

/** What colleagues read alone, or what they and the client write to each other: then it says so. */
function CommentEntry({ entry, fresh, query }: EntryProps) {
  const { t } = useTranslation("card");
  const message = entry.kind === "message";
  const [whole, setWhole] = useState(false);
  const text = entry.text ?? entry.summary;
  const long = text.length > LONG || text.split("\n", 14).length > 13;
  return (
    <TimelineItem
      icon={message ? <IconMessages size={16} /> : <IconMessage size={16} />}
      who={entry.actor.name}
      what={message ? t(entry.direction === "inbound" ? "messageIn" : "messageOut") : ""}
      at={entry.at}
      fresh={fresh}
    >
      <div className={classes.comment}>
        <p className={classes.commentText} data-clamped={(long && !whole) || undefined}>
          <Marked text={text} query={query} />
        </p>
        {long && (
          <Button variant="subtle" size="compact-xs" onClick={() => setWhole(!whole)}>
            {whole ? t("entryShort") : t("entryLong")}
          </Button>
        )}
      </div>
    </TimelineItem>
  );
}

function FileEntry({ entry, fresh, query }: EntryProps) {
  const { t } = useTranslation("card");
  const toasts = useToasts();
  const refused = entry.mark === "refused";
  const download = async () => {
    try {
      const { url } = await bodyOf(
        api.GET("/api/documents/{document_id}/download", {
          params: { path: { document_id: entry.source.id } },
        }),
      );
      globalThis.location.assign(url);
    } catch (error) {
      toasts.failed(error);
    }
  };
  return (
    <TimelineItem
      icon={<IconFile size={16} />}
      who={entry.actor.name}
      what={<Marked text={t("entryFile", { name: entry.summary })} query={query} />}
      at={entry.at}
      badge={refused ? t("refused") : undefined}
      fresh={fresh}
    >
      {!refused && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} />}
          onClick={download}
        >
          {t("downloadFile")}
        </Button>
      )}
    </TimelineItem>
  );
}

function StageEntry({ entry, fresh }: EntryProps) {
  const { t } = useTranslation("card");
  return (
    <TimelineItem
      icon={<IconArrowsExchange size={16} />}
      who={entry.actor.name}
      what={t("entryStage", { stage: entry.summary })}
      at={entry.at}
      fresh={fresh}
    >
      {entry.note && <p className={classes.note}>{t("reason", { reason: entry.note })}</p>}
    </TimelineItem>
  );
}

function CreatedEntry({ entry, fresh }: EntryProps) {
  const { t } = useTranslation("card");
  return (
    <TimelineItem
      icon={<IconPlus size={16} />}
      who={entry.actor.name}
      what={t("entryCreated", { title: entry.summary })}
      at={entry.at}
      fresh={fresh}
    />
  );
}

/** An entry of a kind that came after this page was made. */
function PlainEntry({ entry, fresh }: EntryProps) {
  return (
    <TimelineItem
      icon={<IconMessage size={16} />}
      who={entry.actor.name}
      what={entry.summary}
      at={entry.at}
      fresh={fresh}
    />
  );
}

/** A text with the words that are looked for marked in it. */
export function Marked({ text, query }: { text: string; query: string }) {
  const words = query.split(/\s+/).filter(Boolean);
  if (words.length === 0) return text;
  const pattern = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return text
    .split(new RegExp(`(${pattern})`, "gi"))
    .map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}
