import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFile, IconPaperclip, IconPhoto, IconShieldX } from "@tabler/icons-react";
import { type SyntheticEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas } from "../api/client";
import { useFormats } from "../i18n";
import { letterDocument } from "./letter-document";
import { LetterText } from "./letter-text";
import { useToasts } from "./toasts";
import classes from "./letter.module.css";

type Communication = Schemas["CommunicationView"];
type Attachment = Schemas["AttachmentView"];

/** A letter as a letter: its new text, what it quotes folded, its files. Our own is shown as we formatted it. */
export function Letter({ letter }: { letter: Communication }) {
  const { t } = useTranslation("letter");
  const [asSent, { toggle }] = useDisclosure(letter.direction === "outbound");
  const files = letter.attachments.filter((file) => !isInText(file, letter.html));
  return (
    <div className={classes.letter}>
      <Recipients letter={letter} />
      {asSent && letter.html ? (
        <HtmlLetter html={letter.html} title={letter.subject} />
      ) : (
        <div className={classes.text}>
          {letter.text ? <LetterText text={letter.text} /> : <em>{t("noText")}</em>}
        </div>
      )}
      {!asSent && letter.history && (
        <details className={classes.history}>
          <summary aria-label={t("history")}>···</summary>
          <div className={classes.quoted}>
            <LetterText text={letter.history} />
          </div>
        </details>
      )}
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
    </div>
  );
}

/** A picture of the letter's own layout, such as a logo, is no file that anybody looks for. */
function isInText(file: Attachment, html: string): boolean {
  return file.inline && file.content_id !== null && html.includes(`cid:${file.content_id}`);
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
    </p>
  );
}

/**
 * Foreign markup, cleaned once more here and shown where no script runs and nothing is fetched.
 * The frame shares our origin only so that its height can be read; without `allow-scripts` nothing
 * inside can make use of that.
 */
export function HtmlLetter({ html, title }: { html: string; title: string }) {
  const [height, setHeight] = useState(120);
  const content = useMemo(() => letterDocument(html), [html]);
  const measure = (event: SyntheticEvent<HTMLIFrameElement>) => {
    const page = event.currentTarget.contentDocument?.documentElement;
    if (page) setHeight(Math.min(page.scrollHeight + 4, 4_000));
  };
  return (
    <iframe
      className={classes.frame}
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={content}
      style={{ height }}
      onLoad={measure}
    />
  );
}

export function AttachmentChip({ letterId, file }: { letterId: string; file: Attachment }) {
  const { t } = useTranslation(["letter", "common"]);
  const formats = useFormats();
  const toasts = useToasts();
  const [preview, setPreview] = useState<string | null>(null);
  const image = /^image\/(png|jpeg|gif|webp)$/.test(file.detected_type ?? file.content_type);
  const openFile = async () => {
    try {
      const path = { communication_id: letterId, index: String(file.index) };
      const { url } = await bodyOf(
        api.GET("/api/communications/{communication_id}/attachments/{index}", {
          params: { path },
        }),
      );
      if (image) setPreview(url);
      else globalThis.location.assign(url);
    } catch (error) {
      toasts.failed(error);
    }
  };
  const Icon = file.blocked ? IconShieldX : image ? IconPhoto : IconFile;
  return (
    <>
      <button
        type="button"
        className={classes.chip}
        disabled={file.blocked}
        title={file.blocked ? t("blocked") : file.name}
        onClick={openFile}
      >
        <Icon size={16} aria-hidden />
        <span className={classes.name}>{file.name}</span>
        <span className={classes.size}>
          {file.blocked ? t("blockedShort") : formats.bytes(file.size)}
        </span>
      </button>
      <Modal
        opened={preview !== null}
        onClose={() => setPreview(null)}
        title={file.name}
        size="xl"
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        {preview && <img className={classes.preview} src={preview} alt={file.name} />}
      </Modal>
    </>
  );
}

/** The mark of a letter with files, for lists. */
export function FilesMark({ count }: { count: number }) {
  const { t } = useTranslation("letter");
  if (count === 0) return null;
  return (
    <span className={classes.mark} title={t("filesCount", { count })}>
      <IconPaperclip size={14} aria-hidden /> {count}
    </span>
  );
}
