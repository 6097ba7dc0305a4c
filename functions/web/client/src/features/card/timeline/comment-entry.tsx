import { Button } from "@mantine/core";
import { IconMessage, IconMessages } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TimelineItem } from "@/shared/ui";
import type { EntryProps } from "./entry-props";
import { folded } from "./folding";
import { Marked, useIsCurrent } from "./marked";
import classes from "./timeline.module.css";

/** What colleagues read alone, or what they and the client write to each other: then it says so. */
export function CommentEntry({ entry, fresh }: EntryProps) {
  const { t } = useTranslation("card");
  const message = entry.kind === "message";
  const [whole, setWhole] = useState(false);
  const found = useIsCurrent(entry.id);
  const text = entry.text ?? entry.summary;
  const short = folded(text);
  const open = whole || found;
  return (
    <TimelineItem
      icon={message ? <IconMessages size={16} /> : <IconMessage size={16} />}
      who={entry.actor.name}
      what={message ? t(entry.direction === "inbound" ? "messageIn" : "messageOut") : ""}
      at={entry.at}
      fresh={fresh}
    >
      <div className={classes.comment} data-sending={isOnItsWay(entry.id) || undefined}>
        <p className={classes.commentText}>
          <Marked text={short === null || open ? text : `${short}…`} />
        </p>
        {short !== null && (
          <Button variant="subtle" size="compact-xs" onClick={() => setWhole(!open)}>
            {open ? t("entryShort") : t("entryLong")}
          </Button>
        )}
      </div>
    </TimelineItem>
  );
}

function isOnItsWay(id: string): boolean {
  return id.startsWith("sending.");
}
