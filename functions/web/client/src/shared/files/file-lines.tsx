import { Button, Progress } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconPlayerPause,
  IconX,
} from "@tabler/icons-react";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api";
import { useFormats } from "../i18n";
import { useProblemText } from "../ui/problem-text";
import { ChooseFiles } from "./drop-zone";
import { formatNames, type Terms } from "./formats";
import type { Begun } from "./memory";
import type { Upload } from "./use-uploads";
import classes from "./files.module.css";

interface UploadLineProps {
  upload: Upload;
  terms: Terms;
  onRetry: () => void;
  onRemove: () => void;
}

/** A file on its way. */
export function UploadLine({ upload, terms, onRetry, onRemove }: UploadLineProps) {
  const { t } = useTranslation("files");
  const says = useSays(upload, terms);
  const { file, state } = upload;
  const going = state === "sending" || state === "waiting";
  const gone = state === "sent";
  return (
    <FileLine name={file.name} size={file.size}>
      {state === "sending" && (
        <Progress value={upload.share * 100} aria-label={file.name} size="sm" />
      )}
      <div className={classes.line}>
        <Says tone={going || gone ? "quiet" : state === "broken" ? "risk" : "bad"}>{says}</Says>
        {(state === "broken" || state === "refused") && (
          <Button
            variant="default"
            size="compact-sm"
            className={classes.act}
            aria-label={t("retryOne", { name: file.name })}
            onClick={onRetry}
          >
            {t("retry")}
          </Button>
        )}
        {!gone && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes.act}
            aria-label={t(going ? "cancelOne" : "removeOne", { name: file.name })}
            onClick={onRemove}
          >
            {going ? t("cancel") : t("remove")}
          </Button>
        )}
      </div>
    </FileLine>
  );
}

function useSays({ state, misfit, problem, share }: Upload, terms: Terms): string {
  const { t } = useTranslation("files");
  const formats = useFormats();
  const text = useProblemText();
  if (state === "misfit")
    return t(`misfit_${misfit ?? "type"}`, {
      size: formats.bytes(terms.max_bytes),
      formats: formatNames(terms.content_types),
    });
  if (state === "sent") return t("state_waiting");
  if (state === "broken") return t(problem?.offline ? "broken" : "busy");
  if (state === "refused")
    // The storage answers without words of ours.
    return problem && !problem.detail && problem.status !== 410
      ? t("refusedStorage")
      : text(problem);
  return state === "waiting" ? t("waiting") : t("sending", { percent: Math.round(share * 100) });
}

interface UnfinishedLineProps {
  file: Begun;
  types: readonly string[];
  onFiles: (files: File[]) => void;
  onDismiss: () => void;
}

/** A file that was being sent when the page was closed. */
export function UnfinishedLine({ file, types, onFiles, onDismiss }: UnfinishedLineProps) {
  const { t } = useTranslation("files");
  return (
    <FileLine name={file.name} size={file.size}>
      <div className={classes.line}>
        <Says tone="risk" icon={<IconPlayerPause size={16} aria-hidden />}>
          {t("unfinished")}
        </Says>
        <ChooseFiles
          types={types}
          onFiles={onFiles}
          small
          label={`${t("chooseAgain")}: ${file.name}`}
        >
          {t("chooseAgain")}
        </ChooseFiles>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.act}
          aria-label={t("removeOne", { name: file.name })}
          onClick={onDismiss}
        >
          {t("remove")}
        </Button>
      </div>
    </FileLine>
  );
}

const REASONS: Record<string, "reason_empty" | "reason_program" | "reason_page"> = {
  "The file is empty.": "reason_empty",
  "This is a program. Programs are not taken.": "reason_program",
  "This is a web page or a drawing with scripts. Send it as a PDF or a picture.": "reason_page",
};
const SENT_ICONS = { waiting: IconClock, received: IconCheck, refused: IconX };

/** A file that the portal has, or has refused. */
export function SentLine({ file }: { file: Schemas["SentFileView"] }) {
  const { t } = useTranslation("files");
  const Icon = SENT_ICONS[file.state];
  const reason = file.state === "refused" && t(REASONS[file.reason ?? ""] ?? "reason_other");
  return (
    <FileLine name={file.name} size={file.size}>
      <span className={classes.says} data-tone={file.state}>
        <Icon size={16} aria-hidden /> {t(`state_${file.state}`)} {reason}
      </span>
    </FileLine>
  );
}

function FileLine({ name, size, children }: { name: string; size: number; children: ReactNode }) {
  const formats = useFormats();
  return (
    <li className={classes.file}>
      <div className={classes.line}>
        <span className={classes.name}>{name}</span>
        <span className={classes.size}>{formats.bytes(size)}</span>
      </div>
      {children}
    </li>
  );
}

type Tone = "quiet" | "risk" | "bad";

function Says({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.says} data-tone={tone}>
      {icon ?? (tone !== "quiet" && <IconAlertTriangle size={16} aria-hidden />)}
      <span>{children}</span>
    </span>
  );
}
