import { useTranslation } from "react-i18next";
import type { Lead } from "@/shared/api";
import { FactField } from "@/shared/ui";
import { choiceEditor } from "@/shared/ui/fact-editors";
import { useSaveCard } from "../use-card";
import {
  CreatedFact,
  DescriptionField,
  EmailsField,
  LineField,
  OptionalLineField,
  PhonesField,
} from "./fields";
import { OwnFacts } from "./own/own-facts";
import { PeopleFields } from "./people-fields";

const STATUSES = ["new", "in_progress", "qualified", "rejected"] as const;

export function LeadFacts({ lead }: { lead: Lead }) {
  const { t } = useTranslation("card");
  const save = useSaveCard("lead", lead.id);
  const statuses = STATUSES.map((status) => ({ value: status, label: t(`status_${status}`) }));
  return (
    <>
      <LineField label={t("factTitle")} value={lead.title} onSave={(title) => save({ title })} />
      <FactField<string | null>
        label={t("factStatus")}
        value={lead.status}
        display={statuses.find(({ value }) => value === lead.status)?.label ?? lead.status}
        editor={choiceEditor(statuses, false)}
        onSave={(status) => save({ status: STATUSES.find((one) => one === status) })}
      />
      <OptionalLineField
        label={t("factName")}
        value={lead.name}
        onSave={(name) => save({ name })}
      />
      <EmailsField value={lead.emails} onSave={(emails) => save({ emails: [...emails] })} />
      <PhonesField value={lead.phones} onSave={(phones) => save({ phones: [...phones] })} />
      <OptionalLineField
        label={t("factSource")}
        value={lead.source}
        onSave={(source) => save({ source })}
      />
      <PeopleFields
        record={lead}
        onOwner={(owner_id) => save({ owner_id })}
        onParticipants={(ids) => save({ participant_ids: [...ids] })}
      />
      <DescriptionField value={lead.description} onSave={(description) => save({ description })} />
      <OwnFacts card={{ kind: "lead", id: lead.id }} record={lead} />
      <CreatedFact at={lead.created_at} />
    </>
  );
}
