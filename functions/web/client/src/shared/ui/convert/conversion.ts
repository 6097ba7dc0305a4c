import type { Lead, OwnValues, Schemas } from "../../api";
import type { Choice } from "../card-choice";

/** The dialog's fields as they are typed. */
export interface Draft {
  contact: Choice | null;
  emails: string[];
  phones: string[];
  company: Choice | null;
  withDeal: boolean;
  title: string;
  pipelineId: string | null;
  amount: string;
  /** The own fields that the new cards have to have; of a draft from before, none. */
  own?: Partial<Record<"contact" | "company" | "deal", OwnValues>>;
}

/** What a lead says of itself already. */
export function draftOf(lead: Lead): Draft {
  return {
    contact: lead.name ? { name: lead.name } : null,
    emails: lead.emails,
    phones: lead.phones,
    company: null,
    withDeal: true,
    title: lead.title,
    pipelineId: null,
    amount: "",
  };
}

/** Whether there is enough to send. */
export function isReady({ contact, withDeal, title }: Draft): boolean {
  const named = contact !== null && ("id" in contact || contact.name.trim() !== "");
  return named && (!withDeal || title.trim() !== "");
}

/** The request that a draft makes; addresses belong to a new contact only. */
export function bodyOfDraft(draft: Draft): Schemas["LeadConversion"] {
  const { contact, company } = draft;
  return {
    contact:
      contact && "id" in contact
        ? { id: contact.id }
        : {
            name: contact?.name.trim() ?? "",
            emails: draft.emails,
            phones: draft.phones,
            ...ownOf(draft, "contact"),
          },
    company: company && ("id" in company ? { id: company.id } : named(company.name, draft)),
    deal: draft.withDeal
      ? {
          title: draft.title.trim(),
          pipeline_id: draft.pipelineId,
          amount: draft.amount === "" ? null : { amount: draft.amount, currency: "RUB" },
          ...ownOf(draft, "deal"),
        }
      : null,
  };
}

function named(name: string, draft: Draft) {
  return name.trim() === "" ? null : { name: name.trim(), ...ownOf(draft, "company") };
}

/** What was filled in for one of the new cards; nothing where nothing was. */
function ownOf({ own }: Draft, kind: "contact" | "company" | "deal"): { own?: OwnValues } {
  const filled = Object.entries(own?.[kind] ?? {}).filter(([, value]) => value !== null);
  return filled.length > 0 ? { own: Object.fromEntries(filled) } : {};
}
