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

const MOST = 12;

/** The conditions that an address holds; what is none is left out, and nothing is too much. */
export function readConditions(value: unknown): FilterCondition[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const read = value.slice(0, MOST).flatMap((each: unknown) => readCondition(each) ?? []);
  return read.length > 0 ? read : undefined;
}

/** Whether a condition asks for anything: one that is being made may not yet. */
export function asks({ values, low, high, empty }: FilterCondition): boolean {
  return Boolean((values && values.length > 0) || low || high || empty);
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
