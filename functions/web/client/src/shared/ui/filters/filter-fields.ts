import { useTranslation } from "react-i18next";
import {
  $api,
  type CardKind,
  cardText,
  type OwnField,
  useCardTitles,
  useColleagues,
  useOwnFields,
  usePipelines,
} from "../../api";
import { useFormats } from "../../i18n";
import { type FilterCondition, type FilterSort } from "./conditions";
import { ANSWERS, STEPS } from "./moments";

export interface FilterField {
  by: string;
  label: string;
  sort: FilterSort;
  options: readonly { value: string; label: string }[];
  /** Own fields can also be asked for where they are empty. */
  own: boolean;
}

const CURRENCIES = ["RUB", "USD", "EUR", "CNY"] as const;
const HOUR = 60 * 60_000;
const DATES = ["created", "updated"] as const;
const DEAL_DATES = ["since", "closed"] as const;
const KINDS = ["open", "won", "lost"] as const;
const STATUSES = ["new", "in_progress", "qualified", "rejected"] as const;
const SORTS: Partial<Record<OwnField["type"], FilterSort>> = {
  choice: "options",
  choices: "options",
  person: "options",
  yes_no: "options",
  number: "number",
  money: "number",
  date: "days",
  text: "words",
  long_text: "words",
  email: "words",
  phone: "words",
  link: "words",
};

/** Everything by which cards of a kind can be filtered, the deals' stages being those of the pipeline. */
export function useFilterFields(kind: CardKind, pipelineId?: string): FilterField[] {
  const { t } = useTranslation("filters");
  const colleagues = useColleagues();
  const own = useOwnFields(kind, pipelineId);
  const pipeline = usePipelines()?.find(({ id }) => id === pipelineId);
  const stages = pipeline?.stages ?? [];
  const departments = $api.useQuery("get", "/api/people/departments", {}, { staleTime: HOUR });
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  const field = (by: string, label: string, sort: FilterSort, options: typeof people = []) => ({
    by,
    label,
    sort,
    options,
    own: by.startsWith("own."),
  });
  const me = { value: "me", label: t("me") };
  const fields = [field("owner", t("owner"), "options", [me, ...people])];
  const waits = () => [
    field(
      "step",
      t("step"),
      "choice",
      STEPS.filter((each) => kind === "deal" || each !== "none").map((value) => ({
        value,
        label: t(`step_${value}`),
      })),
    ),
    field(
      "answer",
      t("answer"),
      "choice",
      ANSWERS.map((value) => ({ value, label: t(`answer_${value}`) })),
    ),
  ];
  const named = departments.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  if (named.length > 0) fields.push(field("department", t("department"), "options", named));
  if (kind === "deal") {
    const options = stages.map(({ id, name }) => ({ value: id, label: name }));
    fields.push(field("stage", t("stage"), "options", options));
    const states = KINDS.map((value) => ({ value, label: t(`kind_${value}`) }));
    fields.push(field("kind", t("kind"), "options", states));
    fields.push(...waits());
    fields.push(field("amount", t("amount"), "number"));
    const currencies = CURRENCIES.map((value) => ({ value, label: value }));
    fields.push(field("currency", t("currency"), "options", currencies));
    fields.push(field("company", t("company"), "card"), field("contact", t("contact"), "card"));
    const reasons = (pipeline?.lost_reasons ?? []).map((value) => ({ value, label: value }));
    if (reasons.length > 0) fields.push(field("reason", t("reason"), "options", reasons));
    fields.push(...DEAL_DATES.map((by) => field(by, t(by), "days")));
  }
  if (kind === "lead") {
    const states = STATUSES.map((value) => ({ value, label: t(`status_${value}`) }));
    fields.push(field("status", t("status"), "options", states), ...waits());
    fields.push(field("source", t("source"), "words"));
  }
  if (kind === "contact") fields.push(field("company", t("company"), "card"));
  fields.push(...DATES.map((by) => field(by, t(by), "days")));
  const yesNo = [
    { value: "yes", label: t("yes") },
    { value: "no", label: t("no") },
  ];
  for (const each of own) {
    const sort = SORTS[each.type];
    if (!sort) continue;
    const choices = each.options.map(({ id, name }) => ({ value: id, label: name }));
    const options = { person: people, yes_no: yesNo }[each.type as string] ?? choices;
    fields.push(field(`own.${each.id}`, each.name, sort, options));
  }
  return fields;
}

/** How a condition reads on its chip, without the name of its field. */
export function useConditionText(
  cards: readonly FilterCondition[] = [],
): (field: FilterField, condition: FilterCondition) => string {
  const { t } = useTranslation("filters");
  const formats = useFormats();
  const titles = useCardTitles(cards.flatMap(cardsOf));
  return (field, { values = [], low, high, empty }) => {
    if (empty) return t("isEmpty");
    if (field.sort === "card")
      return values
        .map((id) => titles.get(cardText({ kind: kindOf(field.by), id })) ?? "…")
        .join(", ");
    if (field.sort === "days" && values[0]) return t(`lately_${values[0].slice(1) as "today"}`);
    if (field.sort === "options" || field.sort === "choice")
      return values.map((v) => field.options.find((o) => o.value === v)?.label ?? "…").join(", ");
    if (field.sort === "words") return t("has", { words: values[0]?.replace(/^~/, "") ?? "" });
    const say = field.sort === "days" ? formats.date : formats.decimal;
    if (low && high) return low === high ? say(low) : `${say(low)} – ${say(high)}`;
    return low ? t("from", { value: say(low) }) : t("to", { value: say(high ?? "") });
  };
}

/** Of which kind the cards are that a condition names. */
export function kindOf(by: string): CardKind {
  return by === "company" ? "company" : "contact";
}

function cardsOf({ by, values = [] }: FilterCondition) {
  if (by !== "company" && by !== "contact") return [];
  return values.map((id) => ({ kind: kindOf(by), id }));
}
