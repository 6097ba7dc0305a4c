import { answerQuery, instantsOf, stepQuery } from "./moments";

/** One condition of a filter, as the address of a list has it: a field, and what it has to be. */
export interface FilterCondition {
  /** `owner`, `amount`, …, or `own.<id>`. */
  by: string;
  /** One of these; of a text the words. */
  values?: string[];
  /** From and to, both included: amounts, numbers or days. */
  low?: string;
  high?: string;
  empty?: boolean;
}

export type FilterSort = "options" | "choice" | "days" | "number" | "words" | "card";

/** What the portal is asked for: parameters of a list, several values parted by commas. */
export type FilterQuery = Partial<Record<string, string>>;

const MOST = 12;
const LISTS: Record<string, string> = {
  owner: "owner_id",
  department: "department_id",
  stage: "stage_id",
  kind: "stage_kind",
  status: "status",
  company: "company_id",
  contact: "contact_id",
  currency: "currency",
};
const INSTANTS = new Set(["created", "updated", "closed", "since"]);

/** The conditions that an address holds; what is none is left out, and nothing is too much. */
export function readConditions(value: unknown): FilterCondition[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const read = value.slice(0, MOST).flatMap((each: unknown) => readCondition(each) ?? []);
  return read.length > 0 ? read : undefined;
}

/** The conditions as the portal is asked; a day is the reader's own. */
export function toQuery(conditions: readonly FilterCondition[]): FilterQuery {
  const query: FilterQuery = {};
  const own: object[] = [];
  for (const condition of conditions) {
    const { by, values, low, high } = condition;
    if (by.startsWith("own.")) own.push(ownCondition(condition));
    else if (by === "amount") Object.assign(query, { amount_from: low, amount_to: high });
    else if (INSTANTS.has(by)) {
      const [from, to] = instantsOf(condition);
      if (from) query[`${by}_from`] = from;
      if (to) query[`${by}_to`] = to;
    } else if (by === "step") Object.assign(query, stepQuery(values?.[0]));
    else if (by === "answer") Object.assign(query, answerQuery(values?.[0]));
    else if (by === "reason" && values?.length) query.lost_reason = JSON.stringify(values);
    else if (by === "source") query.source = values?.[0]?.replace(/^~/, "");
    else if (LISTS[by] && values?.length) query[LISTS[by]] = values.join(",");
  }
  if (own.length > 0) query.own = JSON.stringify(own);
  return query;
}

/** Whether a condition asks for anything: one that is being made may not yet. */
export function asks({ values, low, high, empty }: FilterCondition): boolean {
  return Boolean((values && values.length > 0) || low || high || empty);
}

function ownCondition({ by, values, low, high, empty }: FilterCondition): object {
  const field = by.slice("own.".length);
  if (empty) return { field, test: "empty" };
  if (low || high) return { field, test: "range", low, high };
  const words = values?.length === 1 && values[0]?.startsWith("~");
  return words
    ? { field, test: "words", values: [values[0]?.slice(1)] }
    : { field, test: "one_of", values };
}

function readCondition(value: unknown): FilterCondition | null {
  if (typeof value !== "object" || value === null) return null;
  const { by, values, low, high, empty } = value as Record<string, unknown>;
  if (typeof by !== "string") return null;
  const condition: FilterCondition = {
    by,
    values: Array.isArray(values) ? values.filter((v) => typeof v === "string") : undefined,
    low: text(low),
    high: text(high),
    empty: empty === true || undefined,
  };
  return asks(condition) ? condition : null;
}

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
