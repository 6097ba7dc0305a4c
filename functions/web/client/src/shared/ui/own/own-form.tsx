import type { ReactNode } from "react";
import { type CardKind, type OwnValue, type OwnValues, useOwnFields } from "../../api";
import { useDraft } from "../../lib";
import { OwnInput } from "./own-input";

/** The own fields that a new card has to have, as a part of its form. */
export interface OwnForm {
  values: OwnValues;
  /** Something is still to be filled in. */
  missing: boolean;
  /** Where the portal's refusals point when they mean one of these. */
  pointers: readonly string[];
  render: (at: (pointer: string) => string | null) => ReactNode;
  forget: () => void;
}

/** What is typed survives closing by mistake, as the rest of the form does. */
export function useOwnForm(kind: CardKind, pipelineId?: string): OwnForm {
  const fields = useOwnFields(kind, pipelineId).filter(
    // A file comes to a card that there is.
    ({ required, type }) => required && type !== "file",
  );
  const [draft, change, forget] = useDraft<Record<string, OwnValue>>(`new-${kind}.own`, {});
  const filled = fields.flatMap(({ id }) => {
    const value = tidied(draft[id]);
    return value === null ? [] : [[id, value] as const];
  });
  return {
    values: Object.fromEntries(filled),
    missing: filled.length < fields.length,
    pointers: fields.map(({ id }) => `/own/${id}`),
    forget,
    render: (at) =>
      fields.map((field) => (
        <div key={field.id} style={{ marginTop: 16 }}>
          <OwnInput
            labelled
            field={field}
            value={draft[field.id] ?? null}
            error={at(`/own/${field.id}`)}
            onChange={(value) => change({ [field.id]: value })}
          />
        </div>
      )),
  };
}

function tidied(value: OwnValue | undefined): OwnValue {
  if (typeof value === "string") return value.trim() || null;
  return value ?? null;
}
