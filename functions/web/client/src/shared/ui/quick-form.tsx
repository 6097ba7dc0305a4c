import { Button, Group, Modal, MultiSelect, PasswordInput, Select, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CardKind, type CardRef, cardText, useCardTitles } from "../api/cards";
import { toProblem } from "../api/problem";
import { useDraft } from "../lib";
import { CardChoice, type Choice } from "./card-choice";
import { CardLink } from "./card-kind";
import type { OwnForm } from "./own/own-form";
import { useProblemText } from "./problem-text";

export type QuickValue = string | string[] | Choice | null;
export type QuickValues = Record<string, QuickValue>;

export interface QuickField {
  name: string;
  label: string;
  help?: string;
  required?: boolean;
  kind?: "text" | "email" | "tel" | "password" | "one" | "several" | "card";
  options?: readonly { value: string; label: string }[];
  /** Of a field for a card: which kind, and what is said of one that will be new. */
  card?: CardKind;
  newLabel?: string;
  /** Where the portal's refusal points when it means this field; `/name` unless told. */
  pointer?: string;
}

interface QuickFormProps {
  title: string;
  /** The button's verb. */
  verb: string;
  /** Under which the half-written form is kept; passwords never are. */
  draft: string;
  fields: readonly QuickField[];
  initial?: QuickValues;
  /** What is said of the form as it stands; it may set some of its values. */
  note?: (values: QuickValues, change: (part: QuickValues) => void) => ReactNode;
  /** What the company asks for besides. */
  own?: OwnForm;
  /** Rejects with a `ProblemError`, which is shown at its fields. */
  onSubmit: (values: QuickValues) => Promise<unknown>;
  onClose: () => void;
}

/** The few fields with which a record begins; what is typed survives closing by mistake. */
export function QuickForm({ title, verb, draft: key, fields, ...props }: QuickFormProps) {
  const { t } = useTranslation();
  const text = useProblemText();
  const [draft, change, forget] = useDraft<QuickValues>(key, props.initial ?? {});
  const [secrets, setSecrets] = useState<QuickValues>({});
  const values = { ...draft, ...secrets };
  const submit = useMutation({
    mutationFn: props.onSubmit,
    onSuccess: () => {
      forget();
      props.own?.forget();
      props.onClose();
    },
  });
  const problem = submit.error ? toProblem(submit.error) : null;
  const atPointer = (pointer: string) => problem?.at(pointer) ?? null;
  const at = (field: QuickField) => atPointer(field.pointer ?? `/${field.name}`);
  const placed =
    fields.some((field) => at(field) !== null) ||
    props.own?.pointers.some((pointer) => atPointer(pointer) !== null);
  const missing =
    props.own?.missing === true ||
    fields.some((field) => field.required && isEmpty(values[field.name]));
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={title}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit.mutate(values);
        }}
      >
        {fields.map((field, index) => (
          <Input
            key={field.name}
            field={field}
            first={index === 0}
            value={values[field.name] ?? null}
            error={at(field)}
            onChange={(value) =>
              field.kind === "password"
                ? setSecrets({ ...secrets, [field.name]: value })
                : change({ [field.name]: value })
            }
          />
        ))}
        {props.own?.render(atPointer)}
        {props.note?.(values, change)}
        {problem && !placed && (
          <p role="alert" style={{ color: "var(--late)" }}>
            {text(problem)}
            {problem.about && <About card={problem.about} />}
          </p>
        )}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={props.onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={submit.isPending} disabled={missing}>
            {verb}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** The card that stands in the way. */
function About({ card }: { card: CardRef }) {
  const { t } = useTranslation();
  const title = useCardTitles([card]).get(cardText(card));
  return (
    <>
      {" "}
      {t("belongsTo")}: <CardLink card={card} title={title} />
    </>
  );
}

function isEmpty(value: QuickValue | undefined): boolean {
  if (!value) return true;
  if (typeof value === "string") return value.trim().length === 0;
  return Array.isArray(value) && value.length === 0;
}

/** The words of a field, or undefined where there are none. */
export function wordsOf(values: QuickValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** The card of a field, or the name of a new one, where there is either. */
export function choiceOf(values: QuickValues, name: string): Choice | null {
  const value = values[name];
  if (!value || typeof value === "string" || Array.isArray(value)) return null;
  return "id" in value || value.name.trim() !== "" ? value : null;
}

/** A field that holds one value where the portal takes several. */
export function listOf(values: QuickValues, name: string): string[] {
  const value = values[name];
  if (Array.isArray(value)) return value;
  const words = wordsOf(values, name);
  return words === undefined ? [] : [words];
}

interface InputProps {
  field: QuickField;
  first: boolean;
  value: QuickValue;
  error: string | null;
  onChange: (value: QuickValue) => void;
}

function Input({ field, first, value, error, onChange }: InputProps) {
  const common = {
    label: field.label,
    description: field.help,
    required: field.required,
    withAsterisk: false,
    "data-autofocus": first || undefined,
    error,
    mt: first ? 0 : "md",
  };
  const options = [...(field.options ?? [])];
  const words = typeof value === "string" ? value : "";
  switch (field.kind) {
    case "one":
      return (
        <Select
          {...common}
          data={options}
          value={words || null}
          onChange={onChange}
          searchable
          clearable={!field.required}
        />
      );
    case "card":
      return (
        <div style={{ marginTop: 12 }}>
          <CardChoice
            kind={field.card ?? "company"}
            label={field.label}
            description={field.help}
            error={error}
            newLabel={field.newLabel}
            value={value && typeof value === "object" && !Array.isArray(value) ? value : null}
            onChange={onChange}
          />
        </div>
      );
    case "several":
      return (
        <MultiSelect
          {...common}
          data={options}
          value={Array.isArray(value) ? value : []}
          onChange={onChange}
          searchable
        />
      );
    case "password":
      return (
        <PasswordInput
          {...common}
          autoComplete="new-password"
          value={words}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          type={field.kind ?? "text"}
          maxLength={200}
          value={words}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
