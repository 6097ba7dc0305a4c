import { Button, Progress } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconCheck, IconClock, IconFileUpload, IconLinkOff, IconX } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, type Schemas, toProblem } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { EmptyState, ErrorState, RowSkeletons, useProblemText } from "@/shared/ui";
import type { Terms } from "./check";
import classes from "./upload.module.css";
import { type Upload, useUploads } from "./use-uploads";

/** What a partner without an account sees under the link that he was sent. */
export function UploadPage() {
  const { t } = useTranslation("upload");
  const { token = "" } = useParams({ strict: false });
  useDocumentTitle(t("title"));
  const query = $api.useQuery(
    "get",
    "/api/documents/upload-requests/{token}",
    { params: { path: { token } } },
    { refetchInterval: 10_000, retry: false },
  );
  const status = query.error ? toProblem(query.error).status : null;
  return (
    <div className={classes.page}>
      <main className={classes.panel}>
        <h1 className={classes.title}>{t("title")}</h1>
        {status === 404 || status === 410 ? (
          <EmptyState
            icon={<IconLinkOff size={32} stroke={1.5} />}
            title={status === 410 ? t("goneTitle") : t("unknownTitle")}
            text={status === 410 ? t("goneText") : t("unknownText")}
          />
        ) : query.data ? (
          <Sending token={token} terms={query.data} />
        ) : query.isPending ? (
          <RowSkeletons count={3} />
        ) : (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
      </main>
    </div>
  );
}

function Sending({ token, terms }: { token: string; terms: Terms }) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const { uploads, add, remove, retry } = useUploads(token, terms);
  const unfinished = uploads.filter(({ state }) => state !== "sent");
  return (
    <>
      <p className={classes.note}>{terms.note}</p>
      <p className={classes.terms}>
        {t("until", { when: formats.exact(terms.expires_at) })} ·{" "}
        {t("upTo", { size: formats.bytes(terms.max_bytes) })} ·{" "}
        {t("left", { count: terms.files_left })}
      </p>
      {terms.files_left > 0 && <DropZone types={terms.content_types} onFiles={add} />}
      <ul className={classes.files} aria-live="polite">
        {unfinished.map((upload) => (
          <UploadLine
            key={upload.key}
            upload={upload}
            maxBytes={terms.max_bytes}
            onRetry={() => retry(upload)}
            onRemove={() => remove(upload.key)}
          />
        ))}
        {terms.files.map((file, index) => (
          <SentLine key={`${file.name}-${index}`} file={file} />
        ))}
      </ul>
      {terms.files_left === 0 && unfinished.length === 0 && <p>{t("allSent")}</p>}
    </>
  );
}

function DropZone({
  types,
  onFiles,
}: {
  types: readonly string[];
  onFiles: (files: File[]) => void;
}) {
  const { t } = useTranslation("upload");
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // Files may be dropped here as well; the button inside is for everybody.
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={32} stroke={1.5} aria-hidden />
      <Button onClick={() => input.current?.click()}>{t("choose")}</Button>
      <span className={classes.hint}>{t("drop")}</span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("choose")}
        accept={types.join(",")}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}

interface UploadLineProps {
  upload: Upload;
  maxBytes: number;
  onRetry: () => void;
  onRemove: () => void;
}

function UploadLine({ upload, maxBytes, onRetry, onRemove }: UploadLineProps) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const text = useProblemText();
  const { file, state } = upload;
  const says =
    state === "misfit"
      ? t(`misfit_${upload.misfit ?? "type"}`, { size: formats.bytes(maxBytes) })
      : state === "broken"
        ? t("broken")
        : state === "refused"
          ? text(upload.problem)
          : t("sending", { percent: Math.round(upload.share * 100) });
  return (
    <li className={classes.file}>
      <div className={classes.line}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.size}>{formats.bytes(file.size)}</span>
      </div>
      {state === "sending" && (
        <Progress value={upload.share * 100} aria-label={file.name} size="sm" />
      )}
      <div className={classes.line}>
        <span className={state === "sending" ? classes.hint : classes.bad}>{says}</span>
        {(state === "broken" || state === "refused") && (
          <Button variant="default" size="compact-sm" onClick={onRetry}>
            {t("retry")}
          </Button>
        )}
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onRemove}>
          {state === "sending" ? t("cancel") : t("remove")}
        </Button>
      </div>
    </li>
  );
}

function SentLine({ file }: { file: Schemas["SentFileView"] }) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const Icon = { waiting: IconClock, received: IconCheck, refused: IconX }[file.state];
  return (
    <li className={classes.file}>
      <div className={classes.line}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.size}>{formats.bytes(file.size)}</span>
      </div>
      <span className={classes.state} data-state={file.state}>
        <Icon size={16} aria-hidden /> {t(`state_${file.state}`)}
        {file.reason && ` ${file.reason}`}
      </span>
    </li>
  );
}
