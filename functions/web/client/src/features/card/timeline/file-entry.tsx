import { Button } from "@mantine/core";
import { IconChevronDown, IconFile } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TimelineItem } from "@/shared/ui";
import { DocumentPanel } from "./document-panel";
import type { EntryProps } from "./entry-props";
import { Marked } from "./marked";
import classes from "./timeline.module.css";
import { useNameOf } from "./use-name-of";

/** A file that came to the card; opened, it shows its versions and who sees it. */
export function FileEntry({ card, entry, fresh }: EntryProps) {
  const { t } = useTranslation("card");
  const nameOf = useNameOf();
  const refused = entry.mark === "refused";
  const [open, setOpen] = useState(false);
  return (
    <TimelineItem
      icon={<IconFile size={16} />}
      who={nameOf(entry.actor)}
      what={<Marked text={t("entryFile", { name: entry.summary })} />}
      at={entry.at}
      direction={entry.direction}
      directionLabel={t("inbound")}
      badge={refused ? t("refused") : undefined}
      fresh={fresh}
      open={refused ? undefined : open}
      onToggle={refused ? undefined : () => setOpen(!open)}
    >
      {refused && entry.text && (
        <p className={classes.failure}>{t("refusedWhy", { reason: entry.text })}</p>
      )}
      {open && <DocumentPanel id={entry.source.id} card={card} />}
      {!open && !refused && (
        <Button
          variant="default"
          size="compact-sm"
          rightSection={<IconChevronDown size={14} />}
          onClick={() => setOpen(true)}
        >
          {t("fileOpen")}
        </Button>
      )}
    </TimelineItem>
  );
}
