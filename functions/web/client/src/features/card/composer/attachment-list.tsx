import { ActionIcon, Button, CloseButton, Progress } from "@mantine/core";
import { IconFile, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "@/shared/i18n";
import { useProblemText } from "@/shared/ui";
import classes from "./attachment-list.module.css";
import { type Attachments, type GoingFile, MAX_FILES, type Refusal } from "./use-attachments";

/** The files of a letter: those that are up, those on their way, and those that it does not take. */
export function AttachmentList({ files }: { files: Attachments }) {
  const formats = useFormats();
  if (files.kept.length + files.going.length + files.refused.length === 0) return null;
  return (
    <div className={classes.files}>
      <ul className={classes.list}>
        {files.kept.map((file) => (
          <FileLine key={file.id} name={file.name} onRemove={() => files.remove(file.id)}>
            <span className={classes.size}>{formats.bytes(file.size)}</span>
          </FileLine>
        ))}
        {files.going.map((going) => (
          <Going key={going.key} going={going} files={files} />
        ))}
      </ul>
      {files.refused.length > 0 && (
        <Refused refused={files.refused} onForget={files.forgetRefused} />
      )}
    </div>
  );
}

interface FileLineProps {
  name: string;
  failed?: boolean;
  onRemove: () => void;
  children: ReactNode;
}

function FileLine({ name, failed, onRemove, children }: FileLineProps) {
  const { t } = useTranslation("card");
  return (
    <li className={classes.file} data-failed={failed || undefined}>
      <IconFile size={16} aria-hidden />
      <span className={classes.name} title={name}>
        {name}
      </span>
      {children}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={t("attachRemove", { name })}
        onClick={onRemove}
      >
        <IconX size={14} />
      </ActionIcon>
    </li>
  );
}

function Going({ going, files }: { going: GoingFile; files: Attachments }) {
  const { t } = useTranslation(["card", "common"]);
  const problemText = useProblemText();
  const { key, file, share, problem } = going;
  const percent = `${Math.round(share * 100)} %`;
  return (
    <FileLine name={file.name} failed={problem !== null} onRemove={() => files.cancel(key)}>
      {problem ? (
        <>
          <span className={classes.problem} role="alert">
            {problemText(problem)}
          </span>
          <Button variant="subtle" size="compact-xs" onClick={() => files.retry(key)}>
            {t("common:retry")}
          </Button>
        </>
      ) : (
        <>
          <Progress
            w={80}
            size="sm"
            value={share * 100}
            aria-label={t("attachSending", { name: file.name, share: percent })}
          />
          <span className={classes.size}>{percent}</span>
        </>
      )}
    </FileLine>
  );
}

const WHY = { empty: "attachEmpty", size: "attachTooLarge", many: "attachTooMany" } as const;

function Refused({ refused, onForget }: { refused: readonly Refusal[]; onForget: () => void }) {
  const { t } = useTranslation(["card", "common"]);
  const formats = useFormats();
  const most = formats.bytes(25_000_000);
  return (
    <div className={classes.refused} role="alert">
      <ul className={classes.reasons}>
        {refused.map(({ name, why }) => (
          <li key={name}>{t(WHY[why], { name, most, count: MAX_FILES })}</li>
        ))}
      </ul>
      <CloseButton size={24} iconSize={14} aria-label={t("common:close")} onClick={onForget} />
    </div>
  );
}
