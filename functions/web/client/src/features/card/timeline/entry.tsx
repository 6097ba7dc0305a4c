import { IconArrowsExchange, IconEraser, IconMessage, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormats } from "@/shared/i18n";
import { TimelineItem } from "@/shared/ui";
import { useStageLog } from "../stages/use-stage-log";
import { CommentEntry } from "./comment-entry";
import { ConvertedEntry } from "./converted-entry";
import type { EntryProps } from "./entry-props";
import { FileEntry } from "./file-entry";
import { MailEntry } from "./mail-entry";
import { Marked } from "./marked";
import classes from "./timeline.module.css";

export function TimelineEntry(props: EntryProps) {
  if (props.entry.mark === "erased") return <ErasedEntry {...props} />;
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
    case "merged":
    case "unmerged":
      return <MergedEntry {...props} />;
    case "created":
      return <CreatedEntry {...props} />;
    default:
      return <PlainEntry {...props} />;
  }
}

/** A deal's move, with how long it had stood where it came from. */
function StageEntry({ card, entry, fresh }: EntryProps) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const log = useStageLog(card.id).data?.pages.flatMap(({ items }) => items);
  const move = log?.find(({ id }) => id === entry.source.id);
  // Less than a minute is the hand passing over a stage.
  const time = move?.seconds && move.seconds >= 60 ? formats.duration(move.seconds) : null;
  return (
    <TimelineItem
      icon={<IconArrowsExchange size={16} />}
      who={entry.actor.name}
      what={
        <>
          <Marked text={t("entryStage", { stage: entry.summary })} />
          {time && <span className={classes.spent}> · {t("entryStageAfter", { time })}</span>}
        </>
      }
      at={entry.at}
      fresh={fresh}
    >
      {entry.note && (
        <p className={classes.note}>
          <Marked text={t("reason", { reason: entry.note })} />
        </p>
      )}
    </TimelineItem>
  );
}

/** Another card went into this one, or came out again. */
function MergedEntry({ entry, fresh }: EntryProps) {
  const { t } = useTranslation("card");
  const words = entry.kind === "merged" ? "entryMerged" : "entryUnmerged";
  return (
    <TimelineItem
      icon={<IconArrowsExchange size={16} />}
      who={entry.actor.name}
      what={<Marked text={t(words, { title: entry.summary })} />}
      at={entry.at}
      fresh={fresh}
    />
  );
}

function CreatedEntry({ entry, fresh }: EntryProps) {
  const { t } = useTranslation("card");
  return (
    <TimelineItem
      icon={<IconPlus size={16} />}
      who={entry.actor.name}
      what={<Marked text={t("entryCreated", { title: entry.summary })} />}
      at={entry.at}
      fresh={fresh}
    />
  );
}

/** Of what was erased only that it was here. */
function ErasedEntry({ entry, fresh }: EntryProps) {
  const { t } = useTranslation("erasing");
  return (
    <TimelineItem
      icon={<IconEraser size={16} />}
      who={entry.actor.name}
      what={t("erasedEntry")}
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
      what={<Marked text={entry.summary} />}
      at={entry.at}
      fresh={fresh}
    />
  );
}
