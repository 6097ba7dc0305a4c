import { ActionIcon, Progress } from "@mantine/core";
import { IconFile, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormats } from "@/shared/i18n";
import classes from "./forms.module.css";
import type { Attachments, OutgoingFile } from "./use-attachments";

export function AttachmentList({ files }: { files: Attachments }) {
  if (files.files.length === 0) return null;
  return (
    <ul className={classes.files}>
      {files.files.map((file) => (
        <AttachedFile key={file.key} file={file} onRemove={() => files.remove(file.key)} />
      ))}
    </ul>
  );
}

function AttachedFile({ file, onRemove }: { file: OutgoingFile; onRemove: () => void }) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const share = `${Math.round(file.share * 100)} %`;
  return (
    <li className={classes.file} data-state={file.state}>
      <IconFile size={16} aria-hidden />
      <span className={classes.fileName}>
        {file.state === "failed" ? t("attachFailed", { name: file.name }) : file.name}
      </span>
      {file.state === "sending" && (
        <Progress
          w={80}
          size="sm"
          value={file.share * 100}
          aria-label={t("attachSending", { name: file.name, share })}
        />
      )}
      <span className={classes.fileSize}>
        {file.state === "sending" ? share : formats.bytes(file.size)}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={t("attachRemove", { name: file.name })}
        onClick={onRemove}
      >
        <IconX size={14} />
      </ActionIcon>
    </li>
  );
}
