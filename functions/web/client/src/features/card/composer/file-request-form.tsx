import {
  Button,
  Checkbox,
  CopyButton,
  MultiSelect,
  NumberInput,
  Select,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type CardRef, cardText, toProblem } from "@/shared/api";
import { useDraft } from "@/shared/lib";
import { useProblemText, useToasts } from "@/shared/ui";
import { ComposerForm } from "@/shared/ui/composer";
import { FILE_GROUPS, type FileGroup, typesOf } from "./file-groups";
import classes from "./forms.module.css";

const DAY_MS = 86_400_000;
const MAX_BYTES = 1024 ** 3;
const DAYS = [1, 3, 7, 14, 30] as const;
const GROUP_NAMES = {
  documents: "filesDocuments",
  images: "filesImages",
  drawings: "filesDrawings",
  archives: "filesArchives",
  video: "filesVideo",
} as const satisfies Record<FileGroup, string>;

const EMPTY = {
  note: "",
  days: 7,
  maxFiles: 5,
  groups: ["documents", "images", "drawings"] as FileGroup[],
  shared: false,
};

/** Asks somebody without an account for files: the answer is a link, shown once. */
export function FileRequestForm({ card }: { card: CardRef }) {
  const { t } = useTranslation("card");
  const [draft, change, forget] = useDraft(`files.${cardText(card)}`, EMPTY);
  const problemText = useProblemText();
  const asking = useAsking(card, forget);
  if (asking.data) return <MadeLink url={asking.data.url} onAnother={asking.reset} />;
  const ask = () =>
    asking.mutate({
      card,
      note: draft.note,
      expires_at: new Date(Date.now() + draft.days * DAY_MS).toISOString(),
      max_bytes: MAX_BYTES,
      max_files: draft.maxFiles,
      content_types: typesOf(draft.groups),
      shared_with_client: draft.shared,
    });
  return (
    <ComposerForm
      verb={t("filesSubmit")}
      sending={asking.isPending}
      disabled={draft.note.trim() === "" || draft.groups.length === 0}
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
        minRows={1}
        maxRows={8}
        maxLength={2000}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <div className={classes.terms}>
        <MultiSelect
          label={t("filesTypes")}
          size="xs"
          data={FILE_GROUPS.map((group) => ({ value: group, label: t(GROUP_NAMES[group]) }))}
          value={draft.groups}
          onChange={(groups) => change({ groups: groups })}
        />
        <Select
          label={t("filesDays")}
          size="xs"
          allowDeselect={false}
          data={DAYS.map((days) => ({
            value: String(days),
            label: t("filesDaysCount", { count: days }),
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

function MadeLink({ url, onAnother }: { url: string; onAnother: () => void }) {
  const { t } = useTranslation(["card", "common"]);
  return (
    <div className={classes.made} role="status">
      <TextInput
        label={t("filesCreated")}
        description={t("filesLink")}
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.madeActions}>
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{copied ? t("common:copied") : t("common:copy")}</Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onAnother}>
          {t("filesAnother")}
        </Button>
      </div>
    </div>
  );
}

function useAsking(card: CardRef, onDone: () => void) {
  const { t } = useTranslation("card");
  const toasts = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Parameters<typeof post>[0]) => post(body),
    onSuccess: (made) => {
      onDone();
      void client.invalidateQueries({ queryKey: ["file-requests", cardText(card)] });
      toasts.done(t("filesCreated"), () =>
        api.POST("/api/documents/upload-requests/{token}/withdraw", {
          params: { path: { token: made.id } },
        }),
      );
    },
  });
}

function post(body: {
  card: CardRef;
  note: string;
  expires_at: string;
  max_bytes: number;
  max_files: number;
  content_types: string[];
  shared_with_client: boolean;
}) {
  return bodyOf(api.POST("/api/documents/upload-requests", { body }));
}
