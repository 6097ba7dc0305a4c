import type { Schemas } from "@/shared/api";

type Mailbox = Schemas["MailboxView"];

export interface MailboxDraft {
  address: string;
  name: string;
  kind: Mailbox["kind"];
  departmentIds: string[];
  personIds: string[];
  personId: string | null;
  privacy: Mailbox["privacy"];
}

export const EMPTY: MailboxDraft = {
  address: "",
  name: "",
  kind: "shared",
  departmentIds: [],
  personIds: [],
  personId: null,
  privacy: "full",
};

export function draftOf(mailbox: Mailbox): MailboxDraft {
  return {
    address: mailbox.address,
    name: mailbox.name,
    kind: mailbox.kind,
    departmentIds: mailbox.department_ids,
    personIds: mailbox.person_ids,
    personId: mailbox.person_id,
    privacy: mailbox.privacy,
  };
}

/** What the portal is sent: of the kind that the mailbox is not, nothing. */
export function bodyOfDraft(draft: MailboxDraft) {
  const personal = draft.kind === "personal";
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    department_ids: personal ? [] : draft.departmentIds,
    person_ids: personal ? [] : draft.personIds,
    person_id: personal ? draft.personId : null,
    privacy: draft.privacy,
  };
}

/** Whether somebody reads it, and clients see who writes. */
export function isWhole(draft: MailboxDraft): boolean {
  const readers =
    draft.kind === "personal"
      ? draft.personId !== null
      : draft.departmentIds.length + draft.personIds.length > 0;
  return readers && draft.name.trim() !== "" && draft.address.trim() !== "";
}

/** One person's mailbox keeps its letters to him unless told otherwise. */
export function withKind(draft: MailboxDraft, kind: Mailbox["kind"]): Partial<MailboxDraft> {
  if (kind === draft.kind) return {};
  return { kind, privacy: kind === "personal" ? "subject" : "full" };
}
