import { useSearch } from "@tanstack/react-router";
import { ErrorState, RowSkeletons } from "@/shared/ui";
import classes from "./inbox.module.css";
import { LetterList } from "./letter-list";
import { PlannedLetters } from "./planned-letters";
import { Reading } from "./reading";
import { useInbox } from "./use-inbox";

/** Letters on no card, each read beside the cards it may belong to and put there by one key; and one's own that wait. */
export function InboxPage() {
  const { state } = useSearch({ strict: false });
  return state === "planned" ? <PlannedLetters /> : <Letters />;
}

function Letters() {
  const inbox = useInbox();
  const { query, openId } = inbox;
  if (!query.data && !query.isPending)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className={classes.page} data-open={inbox.isOpen || undefined}>
      <LetterList inbox={inbox} />
      {openId ? (
        <Reading id={openId} inbox={inbox} />
      ) : (
        query.isPending && (
          <div className={classes.pane}>
            <RowSkeletons />
          </div>
        )
      )}
    </div>
  );
}
