import {
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconPaperclip,
  IconPhoto,
  IconShieldX,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useFormats } from "../i18n";
import { FilePreview } from "./file-preview";
import { previewable, type PreviewKind } from "./preview";
import { useToasts } from "./toasts";
import { linkOf } from "./use-inline-images";
import classes from "./letter.module.css";

type Attachment = Schemas["AttachmentView"];

const ICONS = {
  image: IconPhoto,
  pdf: IconFileTypePdf,
  text: IconFileText,
  blocked: IconShieldX,
} as const;

function FileIcon({ kind }: { kind: PreviewKind | "blocked" | null }) {
  const Icon = kind === null ? IconFile : ICONS[kind];
  return <Icon size={16} aria-hidden />;
}

/** A letter's file: looked at here when it can be, else downloaded; one with a virus is neither. */
export function AttachmentChip({ letterId, file }: { letterId: string; file: Attachment }) {
  const { t } = useTranslation("letter");
  const formats = useFormats();
  const toasts = useToasts();
  const [looking, setLooking] = useState(false);
  const type = file.detected_type ?? file.content_type;
  const kind = previewable(type, file.size);
  const link = () => linkOf(letterId, file.index);
  const openFile = async () => {
    if (kind) {
      setLooking(true);
      return;
    }
    try {
      globalThis.location.assign(await link());
    } catch (error) {
      toasts.failed(error);
    }
  };
  return (
    <>
      <button
        type="button"
        className={classes.chip}
        disabled={file.blocked}
        title={file.blocked ? t("blocked") : file.name}
        onClick={() => void openFile()}
      >
        <FileIcon kind={file.blocked ? "blocked" : kind} />
        <span className={classes.name}>{file.name}</span>
        <span className={classes.size}>
          {file.blocked ? t("blockedShort") : formats.bytes(file.size)}
        </span>
      </button>
      {looking && (
        <FilePreview
          name={file.name}
          type={type}
          size={file.size}
          link={link}
          onClose={() => setLooking(false)}
        />
      )}
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
