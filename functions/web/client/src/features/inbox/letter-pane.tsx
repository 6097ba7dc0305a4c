import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState, RowSkeletons, When } from "@/shared/ui";
import { Letter } from "@/shared/ui/letter";
import { Choices } from "./choices";
import { FileMenu } from "./folders/file-menu";
import classes from "./inbox.module.css";
import type { ListedLetter, WholeLetter } from "./letters";
import { Notices } from "./notices";
import { SameSender } from "./same-sender";
import type { Inbox } from "./use-inbox";

interface LetterPaneProps {
  letter: ListedLetter | undefined;
  full: WholeLetter | undefined;
  error: unknown;
  inbox: Inbox;
  onRetry: () => void;
  onChoose: () => void;
  onSave: () => void;
}

export function LetterPane(props: LetterPaneProps) {
  const { letter, full, error, inbox, onRetry, onChoose, onSave } = props;
  const { t } = useTranslation("inbox");
  if (!letter)
    return (
      <div className={classes.pane}>
        {error ? <ErrorState error={error} onRetry={onRetry} /> : <RowSkeletons />}
      </div>
    );
  return (
    <div className={classes.pane}>
      <article className={classes.letter} data-letter>
        <Link to="/inbox" search={true} className={classes.back}>
          <IconArrowLeft size={16} aria-hidden /> {t("back")}
        </Link>
        <SameSender same={inbox.same} />
        <header className={classes.head}>
          <h2 className={classes.heading}>{letter.subject || t("noSubject")}</h2>
          <span className={classes.meta}>
            <When at={letter.at} />
          </span>
        </header>
        <Notices letter={full ?? letter} onSave={onSave} />
        {full ? (
          <Letter letter={full} />
        ) : error ? (
          <ErrorState error={error} onRetry={onRetry} />
        ) : (
          <p className={classes.text}>{letter.snippet}</p>
        )}
      </article>
      <Choices
        letter={full ?? letter}
        onPut={inbox.put}
        onChoose={onChoose}
        onTakeOff={() => inbox.takeOff(letter)}
        onAside={() => inbox.putAside(letter)}
        onSave={onSave}
        more={<FileMenu letter={letter} filing={inbox.filing} onFile={inbox.file} />}
      />
    </div>
  );
}
