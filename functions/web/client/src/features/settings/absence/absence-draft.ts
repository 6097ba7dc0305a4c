import type { StaffAbsence } from "@/shared/api";

/** What somebody writes of his absence; days as inputs have them, nobody is an empty id, no text the usual one. */
export interface AbsenceDraft {
  since: string;
  until: string;
  text: string;
  standInId: string;
}

/** The draft that says what is kept, or one of today. */
export function draftOf(absence: StaffAbsence | undefined, today: string): AbsenceDraft {
  if (!absence) return { since: today, until: "", text: "", standInId: "" };
  const { since, until, text, stand_in } = absence;
  return { since, until, text, standInId: stand_in?.id ?? "" };
}

export function isBackwards({ since, until }: AbsenceDraft): boolean {
  return since !== "" && until !== "" && until < since;
}

export function isReady(draft: AbsenceDraft): boolean {
  return draft.since !== "" && draft.until !== "" && !isBackwards(draft);
}

export function bodyOfDraft(draft: AbsenceDraft) {
  return {
    since: draft.since,
    until: draft.until,
    text: draft.text.trim(),
    stand_in_id: draft.standInId || null,
  };
}
