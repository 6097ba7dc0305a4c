import { useTranslation } from "react-i18next";
import type { Contact } from "@/shared/api";
import { FactField } from "@/shared/ui";
import { useSaveCard } from "../use-card";
import {
  CompanyField,
  CreatedFact,
  DescriptionField,
  EmailsField,
  LineField,
  OptionalLineField,
  PhonesField,
} from "./fields";
import { OwnFacts } from "./own/own-facts";
import { PeopleFields } from "./people-fields";

export function ContactFacts({ contact }: { contact: Contact }) {
  const { t } = useTranslation("card");
  const save = useSaveCard("contact", contact.id);
  const handles = contact.handles.map(({ channel, value }) => `${channel}: ${value}`);
  return (
    <>
      <LineField label={t("factName")} value={contact.name} onSave={(name) => save({ name })} />
      <EmailsField value={contact.emails} onSave={(emails) => save({ emails: [...emails] })} />
      <PhonesField value={contact.phones} onSave={(phones) => save({ phones: [...phones] })} />
      {handles.length > 0 && (
        <FactField label={t("factHandles")} value={handles} display={handles.join("\n")} />
      )}
      <CompanyField
        label={t("factCompany")}
        value={contact.company_id}
        onSave={(company_id) => save({ company_id })}
      />
      <OptionalLineField
        label={t("factJobTitle")}
        value={contact.job_title}
        onSave={(job_title) => save({ job_title })}
      />
      <PeopleFields
        record={contact}
        onOwner={(owner_id) => save({ owner_id })}
        onParticipants={(ids) => save({ participant_ids: [...ids] })}
      />
      <DescriptionField
        value={contact.description}
        onSave={(description) => save({ description })}
      />
      <OwnFacts card={{ kind: "contact", id: contact.id }} record={contact} />
      <CreatedFact at={contact.created_at} />
    </>
  );
}
