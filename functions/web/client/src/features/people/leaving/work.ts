import { useQueries } from "@tanstack/react-query";
import { api, bodyOf, type Schemas } from "@/shared/api";

export const CARD_KINDS = ["deal", "lead", "contact", "company"] as const;
export const WORK_KINDS = [...CARD_KINDS, "reminder", "mailbox"] as const;

export type CardWork = (typeof CARD_KINDS)[number];
export type WorkKind = (typeof WORK_KINDS)[number];

/** How much of a kind somebody has; `more` where there is more than one page tells. */
export interface Amount {
  count: number;
  more: boolean;
}

const LIMIT = 100;

const READ: Record<CardWork, (owner: string) => Promise<Amount>> = {
  deal: async (owner) => {
    const query = { owner_id: owner, limit: LIMIT };
    return amountOf(await bodyOf(api.GET("/api/crm/deals", { params: { query } })), isOpenDeal);
  },
  lead: async (owner) => {
    const query = { owner_id: owner, limit: LIMIT };
    return amountOf(await bodyOf(api.GET("/api/crm/leads", { params: { query } })), isOpenLead);
  },
  contact: async (owner) => {
    const query = { owner_id: owner, limit: LIMIT };
    return amountOf(await bodyOf(api.GET("/api/crm/contacts", { params: { query } })));
  },
  company: async (owner) => {
    const query = { owner_id: owner, limit: LIMIT };
    return amountOf(await bodyOf(api.GET("/api/crm/companies", { params: { query } })));
  },
};

/** What a person's work amounts to: a page of each kind; asked again every few seconds while it changes hands. */
export function useWork(personId: string, watching: boolean) {
  return useQueries({
    queries: CARD_KINDS.map((kind) => ({
      queryKey: ["work", personId, kind],
      queryFn: () => READ[kind](personId),
      refetchInterval: watching ? 2_000 : (false as const),
    })),
    combine: (answers) => ({
      pending: answers.some(({ isPending }) => isPending),
      amounts: Object.fromEntries(
        CARD_KINDS.map((kind, index) => [kind, answers[index]?.data]),
      ) as Record<CardWork, Amount | undefined>,
    }),
  });
}

/** Whether nothing of the kinds is left with the person. */
export function isHanded(
  amounts: Record<CardWork, Amount | undefined>,
  kinds: readonly WorkKind[],
): boolean {
  return CARD_KINDS.every((kind) => !kinds.includes(kind) || amounts[kind]?.count === 0);
}

/** To whom work goes unless told otherwise: to the head of the department. */
export function heirOf(
  person: Schemas["PersonView"],
  departments: readonly Schemas["DepartmentView"][],
  colleagues: readonly Schemas["PersonView"][],
): string | null {
  const heads = departments
    .filter(({ id }) => person.department_ids.includes(id))
    .map(({ head_id }) => head_id);
  return heads.find((id) => id !== person.id && colleagues.some((one) => one.id === id)) ?? null;
}

function amountOf<T>(
  page: { items: T[]; next?: string | null },
  isOpen: (item: T) => boolean = () => true,
): Amount {
  return { count: page.items.filter(isOpen).length, more: Boolean(page.next) };
}

function isOpenDeal(deal: Schemas["DealView"]): boolean {
  return deal.closed_at === null;
}

function isOpenLead(lead: Schemas["LeadView"]): boolean {
  return lead.converted_to === null;
}
