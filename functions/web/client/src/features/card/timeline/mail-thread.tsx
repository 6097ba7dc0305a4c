import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { use, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EntryProps } from "./entry-props";
import { MailEntry } from "./mail-entry";
import { FindingContext } from "./marked";
import type { Thread } from "./threads";
import classes from "./timeline.module.css";

interface MailThreadProps extends Omit<EntryProps, "entry" | "fresh"> {
  thread: Thread;
  isFresh: (at: string) => boolean;
  opened: boolean;
}

/** A letter and those before it in one conversation: the newest stands, the others are folded beneath. */
export function MailThread({ thread, isFresh, opened, card, onAnswer }: MailThreadProps) {
  const { t } = useTranslation("card");
  const [unfolded, setUnfolded] = useState(false);
  const { currentId } = use(FindingContext);
  const { newest, older } = thread;
  const open = unfolded || older.some(({ id }) => id === currentId);
  const freshOlder = older.filter(({ at }) => isFresh(at)).length;
  return (
    <>
      <MailEntry
        card={card}
        entry={newest}
        fresh={isFresh(newest.at)}
        opened={opened}
        older={older.length}
        onAnswer={onAnswer}
      />
      {older.length > 0 && (
        <div className={classes.older}>
          <Button
            variant="subtle"
            size="compact-xs"
            aria-expanded={open}
            rightSection={open ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
            onClick={() => setUnfolded(!open)}
          >
            {open ? t("threadFold") : t("threadOlder", { count: older.length })}
            {!open && freshOlder > 0 && ` · ${t("threadFresh", { count: freshOlder })}`}
          </Button>
          {open &&
            older.map((entry) => (
              <div key={entry.id} data-entry={entry.id}>
                <MailEntry
                  card={card}
                  entry={entry}
                  fresh={isFresh(entry.at)}
                  onAnswer={onAnswer}
                />
              </div>
            ))}
        </div>
      )}
    </>
  );
}
