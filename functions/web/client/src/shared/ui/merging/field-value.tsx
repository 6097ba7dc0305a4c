import { useTranslation } from "react-i18next";
import { type CardKind, cardText, useCardTitles } from "../../api/cards";
import { useOwnFields } from "../../api/fields";
import { useOwnText } from "../own/own-text";
import { Money } from "../values";
import { isFilled, type MergedField, OWN } from "./merged-fields";
import classes from "./merging.module.css";

interface FieldValueProps {
  kind: CardKind;
  name: string;
  value: unknown;
}

/** What a card says in a field, as people read it. */
export function FieldValue({ kind, name, value }: FieldValueProps) {
  const { t } = useTranslation("merging");
  const company = {
    kind: "company" as const,
    id: name === "company_id" && typeof value === "string" ? value : "",
  };
  const titles = useCardTitles(company.id ? [company] : []);
  const field = useOwnFields(kind).find(({ id }) => `${OWN}${id}` === name);
  const textOf = useOwnText();
  if (!isFilled(value)) return <>{t("nothing")}</>;
  if (company.id) return <>{titles.get(cardText(company)) ?? "…"}</>;
  if (name === "amount") return <Money value={value as Parameters<typeof Money>[0]["value"]} />;
  if (field) return <span className={classes.value}>{textOf(field, value as never)}</span>;
  return (
    <span className={classes.value}>
      {typeof value === "string" ? value : JSON.stringify(value)}
    </span>
  );
}

/** What a field is called. */
export function useMergedName(kind: CardKind): (name: string) => string {
  const { t } = useTranslation("merging");
  const own = useOwnFields(kind);
  return (name) =>
    name.startsWith(OWN)
      ? (own.find(({ id }) => `${OWN}${id}` === name)?.name ?? t("ownField"))
      : t(`field_${name as MergedField}`);
}
