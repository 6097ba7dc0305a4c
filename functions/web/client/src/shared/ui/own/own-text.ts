import { useTranslation } from "react-i18next";
import { type OwnField, type OwnValue, useColleagues } from "../../api";
import { type Formats, useFormats } from "../../i18n";

interface Words {
  formats: Pick<Formats, "money" | "decimal" | "date">;
  nameOf: (personId: string) => string;
  yes: string;
  no: string;
}

/** The value of an own field as a person reads it; empty where there is none. */
export function ownText(field: OwnField, value: OwnValue | undefined, words: Words): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((id) => optionName(field, id)).join(", ");
  if (typeof value === "object") return words.formats.money(value);
  switch (field.type) {
    case "choice":
      return optionName(field, value);
    case "person":
      return words.nameOf(value);
    case "number":
      return words.formats.decimal(value);
    case "date":
      return words.formats.date(value);
    case "link":
      return value.replace(/^https?:\/\//, "").replace(/\/$/, "");
    default:
      return value;
  }
}

function optionName(field: OwnField, id: string): string {
  return field.options.find((option) => option.id === id)?.name ?? "…";
}

/** How this reader reads values of own fields. */
export function useOwnText(): (field: OwnField, value: OwnValue | undefined) => string {
  const { t } = useTranslation("own");
  const formats = useFormats();
  const colleagues = useColleagues();
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? "…";
  return (field, value) => ownText(field, value, { formats, nameOf, yes: t("yes"), no: t("no") });
}
