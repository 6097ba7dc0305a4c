import type { FilterCondition } from "./in-address";
import { answerQuery, type FilterQuery, instantsOf, stepQuery } from "./moments";

// What the first page reads of an address stands apart from what only the lists need.
export { asks, type FilterCondition, readConditions } from "./in-address";
export type { FilterQuery } from "./moments";

export type FilterSort = "options" | "choice" | "days" | "number" | "words" | "card";

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

function ownCondition({ by, values, low, high, empty }: FilterCondition): object {
  const field = by.slice("own.".length);
  if (empty) return { field, test: "empty" };
  if (low || high) return { field, test: "range", low, high };
  const words = values?.length === 1 && values[0]?.startsWith("~");
  return words
    ? { field, test: "words", values: [values[0]?.slice(1)] }
    : { field, test: "one_of", values };
}
