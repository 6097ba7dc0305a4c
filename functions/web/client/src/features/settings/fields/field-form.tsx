import {
  Autocomplete,
  Button,
  Group,
  Modal,
  MultiSelect,
  Select,
  Stack,
  Switch,
  TextInput,
} from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type OwnField, type OwnValue, toProblem, usePipelines } from "@/shared/api";
import { useDraft } from "@/shared/lib";
import { useProblemText, useToasts } from "@/shared/ui";
import { OwnInput } from "@/shared/ui/own/own-input";
import {
  bodyOf,
  draftOf,
  EMPTY,
  type FieldDraft,
  fieldOf,
  hasOptions,
  isReady,
  TYPES,
  typesFor,
} from "./field-draft";
import classes from "./fields.module.css";
import { OptionRows } from "./option-rows";
import { useFieldChanges } from "./use-fields";

interface FieldFormProps {
  kind: OwnField["kind"];
  /** The one to change; a new one without. */
  field: OwnField | null;
  /** The fields of the kind, for their groups. */
  known: readonly OwnField[];
  onClose: () => void;
}

const PLACES = ["/type", "/name", "/help", "/group", "/pipeline_ids", "/options"];

/** What a field is; shown beside it as it will look. */
export function FieldForm({ kind, field, known, onClose }: FieldFormProps) {
  const { t } = useTranslation(["settings", "common"]);
  const text = useProblemText();
  const [draft, change, forget] = useDraft<FieldDraft>(
    `field.${field?.id ?? kind}`,
    field ? draftOf(field) : EMPTY,
  );
  const close = () => {
    // Half of a change of what is in use is better begun anew; half of something new is kept.
    if (field) forget();
    onClose();
  };
  const save = useSaving(kind, field, () => {
    forget();
    onClose();
  });
  const problem = save.error ? toProblem(save.error) : null;
  const placed = PLACES.some((place) => problem?.at(place));
  return (
    <Modal
      opened
      onClose={close}
      title={field ? t("changeField", { field: field.name }) : t("newOwnField")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(draft);
        }}
      >
        <Stack gap="md">
          <FieldParts
            {...{ kind, field, known, draft, change }}
            at={(p) => problem?.at(p) ?? null}
          />
          <Preview kind={kind} draft={draft} />
        </Stack>
        {problem && !placed && (
          <p role="alert" className={classes.problem}>
            {text(problem)}
          </p>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!isReady(draft)}>
            {field ? t("common:save") : t("common:create")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

interface FieldPartsProps extends Pick<FieldFormProps, "kind" | "field" | "known"> {
  draft: FieldDraft;
  change: (part: Partial<FieldDraft>) => void;
  at: (pointer: string) => string | null;
}

function FieldParts({ kind, field, known, draft, change, at }: FieldPartsProps) {
  const { t } = useTranslation(["settings", "own"]);
  const pipelines = usePipelines() ?? [];
  const types = typesFor(field);
  const groups = [...new Set(known.flatMap(({ group }) => group ?? []))];
  return (
    <>
      <TextInput
        label={t("fieldName")}
        required
        withAsterisk={false}
        data-autofocus
        maxLength={100}
        value={draft.name}
        error={at("/name")}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Select
        label={t("fieldType")}
        description={field && t(types.length > 1 ? "fieldTypeWider" : "fieldTypeFixed")}
        allowDeselect={false}
        disabled={types.length === 1}
        maxDropdownHeight={320}
        data={types.map((type) => ({ value: type, label: t(`own:type_${type}`) }))}
        value={draft.type}
        error={at("/type")}
        onChange={(type) => change({ type: TYPES.find((one) => one === type) ?? draft.type })}
      />
      {hasOptions(draft.type) && (
        <OptionRows
          options={draft.options}
          problem={at("/options")}
          onChange={(options) => change({ options })}
        />
      )}
      <Autocomplete
        label={t("fieldGroup")}
        description={t("fieldGroupText")}
        maxLength={60}
        data={groups}
        value={draft.group}
        error={at("/group")}
        onChange={(group) => change({ group })}
      />
      <TextInput
        label={t("fieldHelp")}
        description={t("fieldHelpText")}
        maxLength={300}
        value={draft.help}
        error={at("/help")}
        onChange={(event) => change({ help: event.currentTarget.value })}
      />
      {kind === "deal" && pipelines.length > 1 && (
        <MultiSelect
          label={t("fieldPipelines")}
          description={t("fieldPipelinesText")}
          data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.pipelineIds}
          error={at("/pipeline_ids")}
          onChange={(pipelineIds) => change({ pipelineIds })}
        />
      )}
      <Switch
        label={t("fieldRequired")}
        description={t("fieldRequiredText")}
        checked={draft.required}
        onChange={(event) => change({ required: event.currentTarget.checked })}
      />
      <Switch
        label={t("fieldPersonal")}
        description={t("fieldPersonalText")}
        checked={draft.personal}
        onChange={(event) => change({ personal: event.currentTarget.checked })}
      />
    </>
  );
}

/** The field as it will stand in a form; what is tried in it is kept nowhere. */
function Preview({ kind, draft }: { kind: OwnField["kind"]; draft: FieldDraft }) {
  const { t } = useTranslation(["settings", "own"]);
  const [tried, setTried] = useState<{ type: string; value: OwnValue }>({ type: "", value: null });
  return (
    <div className={classes.preview}>
      <p className={classes.previewTitle}>{t("looksSo")}</p>
      {draft.type === "file" ? (
        <>
          <p className={classes.label}>{draft.name.trim() || "…"}</p>
          <Button variant="default" size="compact-sm" disabled>
            {t("own:uploadFile")}
          </Button>
        </>
      ) : (
        <OwnInput
          key={draft.type}
          labelled
          field={fieldOf(kind, draft)}
          value={tried.type === draft.type ? tried.value : null}
          onChange={(value) => setTried({ type: draft.type, value })}
        />
      )}
    </div>
  );
}

function useSaving(kind: OwnField["kind"], field: OwnField | null, onSaved: () => void) {
  const { t } = useTranslation("settings");
  const toasts = useToasts();
  const changes = useFieldChanges();
  return useMutation({
    mutationFn: async (draft: FieldDraft) => {
      const body = bodyOf(draft);
      if (!field) return changes.add({ kind, ...body });
      const { options, pipeline_ids, ...rest } = body;
      await changes.patch(field.id, {
        ...rest,
        ...(hasOptions(draft.type) ? { options } : {}),
        ...(kind === "deal" ? { pipeline_ids } : {}),
      });
    },
    onSuccess: (_, draft) => {
      toasts.done(t(field ? "fieldSaved" : "fieldAdded", { field: draft.name.trim() }));
      onSaved();
    },
  });
}
