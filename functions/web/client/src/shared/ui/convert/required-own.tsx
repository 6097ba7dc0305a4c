import { type CardKind, type Lead, type OwnField, useOwnFields, usePipelines } from "../../api";
import { requiredAt } from "../move-deal/missing";
import { OwnInput } from "../own/own-input";
import { carriedFields } from "./carried-fields";
import type { Draft } from "./conversion";

const OWN = "own.";

/** The own fields that the new cards have to have and the lead has no value for, by the kind of the card. */
export function useRequiredOwn(lead: Lead, draft: Draft): Map<CardKind, OwnField[]> {
  const pipelines = usePipelines() ?? [];
  const pipeline = pipelines.find(({ id }) => id === draft.pipelineId) ?? pipelines[0];
  const first = pipeline?.stages.find(({ kind }) => kind === "open");
  const ofStage = pipeline && first ? requiredAt(pipeline, first) : [];
  const filled = useOwnFields("lead").filter(({ id }) => lead.own?.[id] !== undefined);
  const contact = useOwnFields("contact");
  const company = useOwnFields("company");
  const deal = useOwnFields("deal", pipeline?.id);
  const asked = (fields: readonly OwnField[]) =>
    fields.filter(
      (field) =>
        // A file comes to a card that there is.
        field.type !== "file" &&
        (field.required || ofStage.includes(`${OWN}${field.id}`)) &&
        carriedFields(filled, [field]).length === 0,
    );
  const isNew = (choice: Draft["contact"]) => choice !== null && "name" in choice;
  return new Map<CardKind, OwnField[]>([
    ["contact", isNew(draft.contact) ? asked(contact) : []],
    ["company", isNew(draft.company) ? asked(company) : []],
    ["deal", draft.withDeal ? asked(deal) : []],
  ]);
}

interface RequiredOwnProps {
  kind: "contact" | "company" | "deal";
  fields: readonly OwnField[];
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  at: (pointer: string) => string | null;
}

/** What one of the new cards has to have beyond the usual fields. */
export function RequiredOwn({ kind, fields, draft, change, at }: RequiredOwnProps) {
  const own = draft.own?.[kind] ?? {};
  return fields.map((field) => (
    <div key={field.id} style={{ marginTop: 16 }}>
      <OwnInput
        labelled
        field={field}
        value={own[field.id] ?? null}
        error={at(`/${kind}/own/${field.id}`)}
        onChange={(value) =>
          change({ own: { ...draft.own, [kind]: { ...own, [field.id]: value } } })
        }
      />
    </div>
  ));
}
