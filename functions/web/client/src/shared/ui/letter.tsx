import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconLock, IconMailForward, IconPhotoOff } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { AttachmentChip } from "./attachment-chip";
import { Findings } from "./findings/findings";
import { HandledBy } from "./handling/handled-by";
import { isFormatted, remoteImages } from "./letter-document";
import { LetterFrame } from "./letter-frame";
import { partQuote } from "./letter-history";
import { LetterText } from "./letter-text";
import { useInlineImages } from "./use-inline-images";
import classes from "./letter.module.css";

export { AttachmentChip, FilesMark } from "./attachment-chip";

type Communication = Schemas["CommunicationView"];

/** A letter as a letter: as it was made where that says more than its text, what it quotes folded, its files. */
export function Letter({ letter }: { letter: Communication }) {
  return (
    <div className={classes.letter}>
      {letter.privacy !== "hidden" && <Recipients letter={letter} />}
      {letter.privacy !== "hidden" && <Provenance letter={letter} />}
      <HandledBy letter={letter} />
      {letter.privacy !== "full" ? <Closed letter={letter} /> : <Opened letter={letter} />}
    </div>
  );
}

/** Said instead of what only the people of the letter's mailbox read. */
function Closed({ letter }: { letter: Communication }) {
  const { t } = useTranslation("letter");
  return (
    <p className={classes.blocked}>
      <IconLock size={16} aria-hidden />
      <span>
        {t(letter.privacy === "hidden" ? "closedHidden" : "closedSubject", {
          mailbox: letter.mailboxes.join(", "),
        })}
      </span>
    </p>
  );
}

/** How a letter came here that its author had sent elsewhere. */
function Provenance({ letter }: { letter: Communication }) {
  const { t } = useTranslation("letter");
  const { forwarded_by: by, note, dropped } = letter;
  if (!by && !dropped) return null;
  return (
    <div className={classes.blocked}>
      <IconMailForward size={16} aria-hidden />
      <span>
        {by ? t("forwardedBy", { name: by.name }) : t("droppedBy")}
        {note && <> · {t("forwardNote", { text: note })}</>}
      </span>
    </div>
  );
}

function Opened({ letter }: { letter: Communication }) {
  const { t } = useTranslation("letter");
  const made = useMemo(() => isFormatted(letter.html), [letter.html]);
  const [asSent, { toggle }] = useDisclosure(made);
  const files = letter.attachments.filter((file) => !isInText(file, letter.html));
  return (
    <>
      {asSent && letter.html ? <Made letter={letter} /> : <Text letter={letter} />}
      <Findings letter={letter} />
      {letter.truncated && <p className={classes.note}>{t("truncated")}</p>}
      {files.length > 0 && (
        <ul className={classes.files} aria-label={t("files")}>
          {files.map((file) => (
            <li key={file.index}>
              <AttachmentChip letterId={letter.id} file={file} />
            </li>
          ))}
        </ul>
      )}
      {letter.html && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={toggle}>
          {asSent ? t("asText") : t("asSent")}
        </Button>
      )}
    </>
  );
}

/** A picture of the letter's own layout, such as a logo, is no file that anybody looks for. */
function isInText(file: Schemas["AttachmentView"], html: string): boolean {
  return file.inline && file.content_id !== null && html.includes(`cid:${file.content_id}`);
}

function Text({ letter }: { letter: Communication }) {
  const { t } = useTranslation("letter");
  const parts = letter.history ? letter : partQuote(letter.text);
  return (
    <>
      <div className={classes.text}>
        {parts.text ? <LetterText text={parts.text} /> : <em>{t("noText")}</em>}
      </div>
      {parts.history && (
        <details className={classes.history}>
          <summary aria-label={t("history")}>···</summary>
          <div className={classes.quoted}>
            <LetterText text={parts.history} />
          </div>
        </details>
      )}
    </>
  );
}

function Made({ letter }: { letter: Communication }) {
  const { t } = useTranslation("letter");
  const inline = useInlineImages(letter, true);
  const count = useMemo(() => remoteImages(letter.html), [letter.html]);
  return (
    <>
      {count > 0 && (
        <p className={classes.blocked}>
          <IconPhotoOff size={16} aria-hidden />
          <span>{t("imagesBlocked", { count })}</span>
        </p>
      )}
      <LetterFrame html={letter.html} title={letter.subject} inline={inline} />
    </>
  );
}

function Recipients({ letter }: { letter: Communication }) {
  const { t } = useTranslation("letter");
  const names = (people: readonly Schemas["AddressView"][]) =>
    people.map((person) => person.name || person.address).join(", ");
  return (
    <p className={classes.recipients} title={letter.to.map((one) => one.address).join(", ")}>
      {t("from", { name: letter.from.name || letter.from.address, address: letter.from.address })}
      {" · "}
      {t("to", { names: names(letter.to) })}
      {letter.cc.length > 0 && <> · {t("cc", { names: names(letter.cc) })}</>}
      {letter.bcc.length > 0 && <> · {t("bcc", { names: names(letter.bcc) })}</>}
    </p>
  );
}
