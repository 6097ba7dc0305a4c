import type { OwnField, OwnType, Schemas } from "@/shared/api";

/** An option as it is being written; a new one has no id yet. */
export interface OptionDraft {
  key: string;
  id: string | null;
  name: string;
  retired: boolean;
}

export interface FieldDraft {
  type: OwnType;
  name: string;
  help: string;
  group: string;
  required: boolean;
  personal: boolean;
  pipelineIds: string[];
  options: OptionDraft[];
}

export const TYPES = [
  "text",
  "long_text",
  "number",
  "money",
  "date",
  "choice",
  "choices",
  "person",
  "yes_no",
  "file",
  "link",
  "email",
  "phone",
] as const satisfies readonly OwnType[];

const WIDER: Partial<Record<OwnType, readonly OwnType[]>> = {
  text: ["long_text"],
  number: ["text", "long_text"],
  date: ["text", "long_text"],
  phone: ["text", "long_text"],
  link: ["long_text"],
  email: ["long_text"],
};

/** The types that a field can have: any for a new one, and those that all its values fit. */
export function typesFor(field: OwnField | null): readonly OwnType[] {
  return field ? [field.type, ...(WIDER[field.type] ?? [])] : TYPES;
}

export function hasOptions(type: OwnType): boolean {
  return type === "choice" || type === "choices";
}

export const EMPTY: FieldDraft = {
  type: "text",
  name: "",
  help: "",
  group: "",
  required: false,
  personal: false,
  pipelineIds: [],
  options: [],
};

export function draftOf(field: OwnField): FieldDraft {
  return {
    type: field.type,
    name: field.name,
    help: field.help ?? "",
    group: field.group ?? "",
    required: field.required,
    personal: field.personal,
    pipelineIds: [...field.pipeline_ids],
    options: field.options.map((option) => ({ key: option.id, ...option })),
  };
}

/** What the portal is told of a draft; an option without a name is one that nobody has written. */
export function bodyOf(draft: FieldDraft): Omit<Schemas["NewField"], "kind"> {
  return {
    type: draft.type,
    name: draft.name.trim(),
    help: draft.help.trim() || null,
    group: draft.group.trim() || null,
    required: draft.required,
    personal: draft.personal,
    pipeline_ids: draft.pipelineIds,
    options: hasOptions(draft.type)
      ? writtenOptions(draft).map(({ id, name, retired }) => ({ id, name: name.trim(), retired }))
      : [],
  };
}

export function isReady(draft: FieldDraft): boolean {
  const named = draft.name.trim() !== "";
  return named && (!hasOptions(draft.type) || writtenOptions(draft).length > 0);
}

/** The field as it would look, for those who are making it. */
export function fieldOf(kind: OwnField["kind"], draft: FieldDraft): OwnField {
  return {
    id: "preview",
    kind,
    hidden: false,
    type: draft.type,
    name: draft.name.trim() || "…",
    help: draft.help.trim() || null,
    group: null,
    required: draft.required,
    personal: draft.personal,
    pipeline_ids: [],
    options: writtenOptions(draft).map(({ key, name, retired }) => ({ id: key, name, retired })),
  };
}

function writtenOptions(draft: FieldDraft): OptionDraft[] {
  return draft.options.filter(({ id, name }) => id !== null || name.trim() !== "");
}
