import { useTranslation } from "react-i18next";
import { type CardKind, type OwnField, useColleagues, useOwnFields, usePipelines } from "../../api";
import { useFormats } from "../../i18n";
import { type FilterCondition, type FilterSort } from "./conditions";

export interface FilterField {
  by: string;
  label: string;
  sort: FilterSort;
  options: readonly { value: string; label: string }[];
  /** Own fields can also be asked for where they are empty. */
  own: boolean;
}

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
  const stages = usePipelines()?.find(({ id }) => id === pipelineId)?.stages ?? [];
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
  if (kind === "deal") {
    const options = stages.map(({ id, name }) => ({ value: id, label: name }));
    fields.push(field("stage", t("stage"), "options", options));
    const states = KINDS.map((value) => ({ value, label: t(`kind_${value}`) }));
    fields.push(field("kind", t("kind"), "options", states));
    fields.push(field("amount", t("amount"), "number"));
    fields.push(...DEAL_DATES.map((by) => field(by, t(by), "days")));
  }
  if (kind === "lead") {
    const states = STATUSES.map((value) => ({ value, label: t(`status_${value}`) }));
    fields.push(field("status", t("status"), "options", states));
  }
  fields.push(...DATES.map((by) => field(by, t(by), "days")));
  const yesNo = [
    { value: "yes", label: t("yes") },
    { value: "no", label: t("no") },
  ];
  for (const each of own) {
    const sort = SORTS[each.type];
    if (!sort) continue;
    const named = each.options.map(({ id, name }) => ({ value: id, label: name }));
    const options = { person: people, yes_no: yesNo }[each.type as string] ?? named;
    fields.push(field(`own.${each.id}`, each.name, sort, options));
  }
  return fields;
}

/** How a condition reads on its chip, without the name of its field. */
export function useConditionText(): (field: FilterField, condition: FilterCondition) => string {
  const { t } = useTranslation("filters");
  const formats = useFormats();
  return (field, { values = [], low, high, empty }) => {
    if (empty) return t("isEmpty");
    if (field.sort === "options")
      return values.map((v) => field.options.find((o) => o.value === v)?.label ?? "…").join(", ");
    if (field.sort === "words") return t("has", { words: values[0]?.replace(/^~/, "") ?? "" });
    const say = field.sort === "days" ? formats.date : formats.decimal;
    if (low && high) return low === high ? say(low) : `${say(low)} – ${say(high)}`;
    return low ? t("from", { value: say(low) }) : t("to", { value: say(high ?? "") });
  };
}
