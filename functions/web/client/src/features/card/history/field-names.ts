import { useTranslation } from "react-i18next";
import type { CardKind } from "@/shared/api";
import type { Step } from "./queries";

const NAMES = {
  amount: "factAmount",
  company_id: "factCompany",
  contact_ids: "factContacts",
  converted_to: "historyFieldConverted",
  description: "factDescription",
  domains: "factDomains",
  emails: "factEmails",
  handles: "factHandles",
  job_title: "factJobTitle",
  lost_reason: "factLostReason",
  name: "factName",
  owner: "historyFieldOwner",
  owner_id: "factOwner",
  participant_ids: "factParticipants",
  phones: "factPhones",
  pipeline_id: "historyFieldPipeline",
  source: "factSource",
  stage_id: "historyFieldStage",
  status: "factStatus",
  tax_id: "factTaxId",
  title: "factTitle",
} as const;

const STATUSES = ["new", "in_progress", "qualified", "rejected"] as const;

/** What a field of the history is called; one that this client does not know goes by its own name. */
export function useFieldName(): (step: Pick<Step, "field" | "label">, kind: CardKind) => string {
  const { t } = useTranslation("card");
  return ({ field, label }) => {
    if (label) return label;
    if (field.startsWith("own.")) return t("historyOwnField");
    return field in NAMES ? t(NAMES[field as keyof typeof NAMES]) : field;
  };
}

/** What a word of the portal's own means. */
export function useCodeName(): (code: string) => string {
  const { t } = useTranslation("card");
  return (code) => {
    if (code === "yes") return t("historyYes");
    if (code === "no") return t("historyNo");
    const status = STATUSES.find((one) => one === code);
    return status ? t(`status_${status}`) : code;
  };
}
