import { useTranslation } from "react-i18next";
import type { Company } from "@/shared/api";
import { useSaveCard } from "../use-card";
import {
  CreatedFact,
  DescriptionField,
  EmailsField,
  LineField,
  ListField,
  OptionalLineField,
  PhonesField,
} from "./fields";
import { OwnFacts } from "./own/own-facts";
import { PeopleFields } from "./people-fields";

export function CompanyFacts({ company }: { company: Company }) {
  const { t } = useTranslation("card");
  const save = useSaveCard("company", company.id);
  return (
    <>
      <LineField label={t("factTitle")} value={company.name} onSave={(name) => save({ name })} />
      <OptionalLineField
        label={t("factTaxId")}
        value={company.tax_id}
        onSave={(tax_id) => save({ tax_id })}
      />
      <EmailsField value={company.emails} onSave={(emails) => save({ emails: [...emails] })} />
      <PhonesField value={company.phones} onSave={(phones) => save({ phones: [...phones] })} />
      <ListField
        label={t("factDomains")}
        value={company.domains}
        placeholder={t("addDomain")}
        onSave={(domains) => save({ domains: [...domains] })}
      />
      <PeopleFields
        record={company}
        onOwner={(owner_id) => save({ owner_id })}
        onParticipants={(ids) => save({ participant_ids: [...ids] })}
      />
      <DescriptionField
        value={company.description}
        onSave={(description) => save({ description })}
      />
      <OwnFacts card={{ kind: "company", id: company.id }} record={company} />
      <CreatedFact at={company.created_at} />
    </>
  );
}
