import type { AnyCard } from "@/shared/api";

const CHOSEN = [
  "title",
  "name",
  "tax_id",
  "company_id",
  "job_title",
  "source",
  "amount",
  "description",
];
const UNITED = ["emails", "phones", "handles", "domains", "contact_ids"];

type Values = Record<string, unknown>;

/** The fields in which both cards have a value, and not the same: there one has to choose. */
export function toChoose(one: AnyCard, other: AnyCard): string[] {
  const [ours, theirs] = [one, other] as unknown as [Values, Values];
  return CHOSEN.filter(
    (name) =>
      isFilled(ours[name]) &&
      isFilled(theirs[name]) &&
      JSON.stringify(ours[name]) !== JSON.stringify(theirs[name]),
  );
}

/** The lists of which the card that stays will have both. */
export function toUnite(one: AnyCard, other: AnyCard): string[] {
  const [ours, theirs] = [one, other] as unknown as [Values, Values];
  return UNITED.filter((name) => isFilled(ours[name]) || isFilled(theirs[name]));
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== "";
}
