import type { Schemas } from "@/shared/api";

export interface TemplateDraft {
  name: string;
  subject: string;
  html: string;
  personal: boolean;
  departmentIds: string[];
}

export const EMPTY: TemplateDraft = {
  name: "",
  subject: "",
  html: "",
  personal: true,
  departmentIds: [],
};

export function draftOf(template: Schemas["TemplateView"]): TemplateDraft {
  const { name, subject, html, personal, department_ids: departmentIds } = template;
  return { name, subject, html, personal, departmentIds };
}

export function bodyOfDraft(draft: TemplateDraft) {
  return {
    name: draft.name.trim(),
    subject: draft.subject.trim(),
    html: draft.html,
    department_ids: draft.personal ? [] : draft.departmentIds,
  };
}

/** Whether it says something and is somebody's: a head's are for departments that he leads. */
export function isWhole(draft: TemplateDraft, owner: boolean): boolean {
  const placed = draft.personal || owner || draft.departmentIds.length > 0;
  return draft.name.trim() !== "" && draft.html !== "" && placed;
}
