import {
  Button,
  Group,
  Modal,
  MultiSelect,
  SegmentedControl,
  Skeleton,
  Stack,
  TextInput,
} from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { $api, ledDepartments, toProblem, usePerson } from "@/shared/api";
import { useDraft } from "@/shared/lib";
import { useProblemText, useToasts } from "@/shared/ui";
import { PlaceholderMenu } from "@/shared/ui/rich-text/placeholder-menu";
import { usePlaceholders } from "@/shared/ui/rich-text/placeholders";
import settings from "../settings.module.css";
import { bodyOfDraft, draftOf, EMPTY, isWhole, type TemplateDraft } from "./template-draft";
import { TemplatePreview } from "./template-preview";
import classes from "./templates.module.css";
import { useTemplate, useTemplateChanges } from "./use-templates";

const RichText = lazy(() => import("@/shared/ui/rich-text/rich-text"));
const nothing = () => undefined;

interface TemplateFormProps {
  /** The one to change; a new one without. */
  id: string | null;
  onClose: () => void;
}

/** A template as it is written, with what its recipient will read. */
export function TemplateForm({ id, onClose }: TemplateFormProps) {
  const { t } = useTranslation(["templates", "common"]);
  const template = useTemplate(id);
  const narrow = useMediaQuery("(max-width: 640px)");
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      fullScreen={narrow}
      title={id ? t("editTemplate") : t("newTemplate")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {id === null && <Form id={null} kept={EMPTY} onClose={onClose} />}
      {id !== null && !template && <Skeleton height={320} radius="sm" />}
      {template && <Form id={template.id} kept={draftOf(template)} onClose={onClose} />}
    </Modal>
  );
}

interface FormProps extends TemplateFormProps {
  kept: TemplateDraft;
}

function Form({ id, kept, onClose }: FormProps) {
  const { t } = useTranslation(["templates", "common"]);
  const text = useProblemText();
  const owner = usePerson().roles.includes("owner");
  const { toWords, toNames } = usePlaceholders();
  const [draft, change, forget] = useDraft<TemplateDraft>(`template.${id ?? "new"}`, kept);
  const save = useSaving(id, kept, () => {
    forget();
    onClose();
  });
  const problem = save.error ? toProblem(save.error) : null;
  const at = (pointer: string) => problem?.at(pointer);
  const placed = ["/name", "/subject", "/html"].some(at);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft);
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          label={t("name")}
          maxLength={200}
          value={draft.name}
          error={at("/name")}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Whose draft={draft} fixed={id !== null} change={change} />
        <Subject
          value={toWords(draft.subject)}
          error={at("/subject")}
          onChange={(subject) => change({ subject: toNames(subject) })}
        />
        <div>
          <p className={settings.label}>{t("text")}</p>
          <div className={classes.editor}>
            <Suspense fallback={<Skeleton height={136} radius="sm" />}>
              <RichText
                label={t("text")}
                placeholder={t("textPlaceholder")}
                html={toWords(draft.html)}
                focus={0}
                invalid={Boolean(at("/html"))}
                onChange={(html) => change({ html: toNames(html) })}
                onFiles={nothing}
                tools={(insert) => (
                  <PlaceholderMenu label={t("insertIntoText")} onChoose={insert} />
                )}
              />
            </Suspense>
          </div>
          {at("/html") && (
            <p role="alert" className={settings.problem}>
              {at("/html")}
            </p>
          )}
        </div>
        <TemplatePreview subject={draft.subject} html={draft.html} />
        {problem && !placed && (
          <p role="alert" className={settings.problem}>
            {text(problem)}
          </p>
        )}
      </Stack>
      <Group justify="flex-end" gap="xs" mt="lg" className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={!isWhole(draft, owner)}>
          {t("add")}
        </Button>
      </Group>
    </form>
  );
}

interface SubjectProps {
  value: string;
  error: string | null | undefined;
  onChange: (subject: string) => void;
}

/** One line, into which words are put where the person stands. */
function Subject({ value, error, onChange }: SubjectProps) {
  const { t } = useTranslation("templates");
  const field = useRef<HTMLInputElement>(null);
  const insert = (braced: string) => {
    const at = field.current?.selectionStart ?? value.length;
    const end = field.current?.selectionEnd ?? at;
    onChange(value.slice(0, at) + braced + value.slice(end));
    field.current?.focus();
  };
  return (
    <div>
      <TextInput
        ref={field}
        label={t("subject")}
        description={t("subjectHelp")}
        maxLength={500}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <PlaceholderMenu label={t("insertInto")} onChoose={insert} />
    </div>
  );
}

interface WhoseProps {
  draft: TemplateDraft;
  /** A template stays whose it was when it was made. */
  fixed: boolean;
  change: (part: Partial<TemplateDraft>) => void;
}

/** Owners share with everybody, heads with the departments that they lead. */
function Whose({ draft, fixed, change }: WhoseProps) {
  const { t } = useTranslation("templates");
  const me = usePerson();
  const owner = me.roles.includes("owner");
  const all = $api.useQuery("get", "/api/people/departments").data?.items ?? [];
  const led = ledDepartments(me, all);
  if (!owner && me.headed_department_ids.length === 0) return null;
  return (
    <>
      {!fixed && (
        <SegmentedControl
          aria-label={t("who")}
          value={draft.personal ? "personal" : "shared"}
          onChange={(value) => change({ personal: value === "personal" })}
          data={[
            { value: "personal", label: t("personal") },
            { value: "shared", label: t("shared") },
          ]}
        />
      )}
      {!draft.personal && (
        <MultiSelect
          searchable
          label={t("departments")}
          description={owner ? t("departmentsHelp") : t("departmentsHead")}
          data={led.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.departmentIds}
          onChange={(departmentIds) => change({ departmentIds })}
        />
      )}
    </>
  );
}

function useSaving(id: string | null, kept: TemplateDraft, onSaved: () => void) {
  const { t } = useTranslation("templates");
  const toasts = useToasts();
  const { add, change } = useTemplateChanges();
  return useMutation({
    mutationFn: (draft: TemplateDraft) => (id ? change(id, bodyOfDraft(draft)) : add(draft)),
    onSuccess: () => {
      if (id) toasts.done(t("changed"), () => change(id, bodyOfDraft(kept)));
      else toasts.done(t("added"));
      onSaved();
    },
  });
}
