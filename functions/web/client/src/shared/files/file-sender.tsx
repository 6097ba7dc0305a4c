import { useTranslation } from "react-i18next";
import { useFormats } from "../i18n";
import { DropZone } from "./drop-zone";
import { SentLine, UnfinishedLine, UploadLine } from "./file-lines";
import { formatNames, type Terms } from "./formats";
import { type Announce, useUploads } from "./use-uploads";
import classes from "./files.module.css";

interface FileSenderProps {
  /** Under which the device remembers what was begun. */
  request: string;
  terms: Terms;
  announce: Announce;
  onChange: () => void;
  label?: string;
  quiet?: boolean;
  /** What follows once all is sent and taken. */
  thanks?: React.ReactNode;
}

/** Files for a request: where to choose them, those on their way, and those that came. */
export function FileSender(props: FileSenderProps) {
  const { request, terms, announce, onChange, label, quiet, thanks } = props;
  const sending = useUploads({ request, terms, announce, onChange });
  const listed = new Set(terms.files.map(({ id }) => id));
  // One that has gone is shown from here until the portal tells of it.
  const shown = sending.uploads.filter(
    ({ state, placeId }) => state !== "sent" || !listed.has(placeId ?? ""),
  );
  const own = new Set(shown.map(({ placeId }) => placeId));
  const begun = new Set(sending.begun.map(({ placeId }) => placeId));
  const files = terms.files.filter(
    ({ id, state }) => !own.has(id) && (state !== "waiting" || !begun.has(id)),
  );
  const done = shown.length === 0 && sending.unfinished.length === 0;
  const taken = files.filter(({ state }) => state !== "refused").length;
  const open = terms.files_left > 0 || sending.unfinished.length > 0;
  return (
    <>
      {open && (
        <DropZone types={terms.content_types} onFiles={sending.add} label={label} quiet={quiet} />
      )}
      {open && <Limits terms={terms} />}
      <ul className={classes.files} aria-live="polite">
        {sending.unfinished.map((file) => (
          <UnfinishedLine
            key={file.placeId}
            file={file}
            types={terms.content_types}
            onFiles={sending.add}
            onDismiss={() => sending.dismiss(file.placeId)}
          />
        ))}
        {shown.map((upload) => (
          <UploadLine
            key={upload.key}
            upload={upload}
            terms={terms}
            onRetry={() => sending.retry(upload)}
            onRemove={() => sending.remove(upload)}
          />
        ))}
        {files.map((file) => (
          <SentLine key={file.id} file={file} />
        ))}
      </ul>
      {done && taken > 0 && thanks}
    </>
  );
}

function Limits({ terms }: { terms: Terms }) {
  const { t } = useTranslation("files");
  const formats = useFormats();
  return (
    <p className={classes.limits}>
      {t("left", { count: terms.files_left })} ·{" "}
      {t("upTo", { size: formats.bytes(terms.max_bytes) })}
      <br />
      {t("formats", { formats: formatNames(terms.content_types) })}
    </p>
  );
}
