import { Checkbox, Chip, Group, NumberInput, Select, Textarea } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText, toProblem } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useDraft, useNow } from "@/shared/lib";
import { useProblemText } from "@/shared/ui";
import { ComposerForm } from "@/shared/ui/composer";
import { FILE_GROUPS, type FileGroup, typesOf } from "./file-groups";
import classes from "./forms.module.css";
import { MadeLink } from "./made-link";
import { useAskForFiles } from "./use-ask-for-files";

const DAY_MS = 86_400_000;
const MAX_BYTES = 1024 ** 3;
const DAYS = [1, 3, 7, 14, 30] as const;
const GROUP_NAMES = {
  pdf: "filesPdf",
  texts: "filesTexts",
  tables: "filesTables",
  slides: "filesSlides",
  images: "filesImages",
  drawings: "filesDrawings",
  archives: "filesArchives",
  video: "filesVideo",
} as const satisfies Record<FileGroup, string>;

const EMPTY = {
  note: "",
  days: 7,
  maxFiles: 5,
  kinds: ["pdf", "texts", "tables", "images", "drawings"] as FileGroup[],
  shared: false,
};

interface FileRequestFormProps {
  card: CardRef;
  /** Puts the link into a letter. */
  onWrite: (url: string, note: string) => void;
}

/** Asks somebody without an account for files: the answer is a link, shown once. */
export function FileRequestForm({ card, onWrite }: FileRequestFormProps) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const labelId = useId();
  const [draft, change, forget] = useDraft(`files.${cardText(card)}`, EMPTY);
  const problemText = useProblemText();
  const asking = useAskForFiles(card, forget);
  const now = useNow();
  const until = (days: number) => new Date(now + days * DAY_MS).toISOString();
  if (asking.data)
    return (
      <MadeLink
        url={asking.data.url}
        onWrite={() => onWrite(asking.data.url, asking.data.note)}
        onAnother={asking.reset}
      />
    );
  const ask = () =>
    asking.mutate({
      card,
      note: draft.note,
      expires_at: until(draft.days),
      max_bytes: MAX_BYTES,
      max_files: draft.maxFiles,
      content_types: typesOf(draft.kinds),
      shared_with_client: draft.shared,
    });
  return (
    <ComposerForm
      verb={t("filesSubmit")}
      sending={asking.isPending}
      disabled={draft.note.trim() === "" || draft.kinds.length === 0}
      error={asking.error && problemText(toProblem(asking.error))}
      onSend={ask}
      extra={
        <Checkbox
          size="xs"
          label={t("filesShared")}
          checked={draft.shared}
          onChange={(event) => change({ shared: event.currentTarget.checked })}
        />
      }
    >
      <Textarea
        label={t("filesNote")}
        placeholder={t("filesPlaceholder")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <div role="group" aria-labelledby={labelId}>
        <p id={labelId} className={classes.label}>
          {t("filesTypes")}
        </p>
        <Chip.Group multiple value={draft.kinds} onChange={(kinds) => change({ kinds: kinds })}>
          <Group gap={4}>
            {FILE_GROUPS.map((group) => (
              <Chip key={group} value={group} size="xs" variant="light">
                {t(GROUP_NAMES[group])}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </div>
      <div className={classes.terms}>
        <Select
          label={t("filesDays")}
          size="xs"
          allowDeselect={false}
          data={DAYS.map((days) => ({
            value: String(days),
            label: t("filesUntil", { count: days, day: formats.day(until(days)) }),
          }))}
          value={String(draft.days)}
          onChange={(days) => change({ days: Number(days) })}
        />
        <NumberInput
          label={t("filesMax")}
          size="xs"
          min={1}
          max={50}
          allowDecimal={false}
          clampBehavior="strict"
          value={draft.maxFiles}
          onChange={(count) => change({ maxFiles: Number(count) || 1 })}
        />
      </div>
    </ComposerForm>
  );
}
