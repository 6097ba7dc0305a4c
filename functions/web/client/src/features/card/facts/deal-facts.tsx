import { useTranslation } from "react-i18next";
import type { Deal } from "@/shared/api";
import type { Money as Amount } from "@/shared/i18n";
import { FactField, Money } from "@/shared/ui";
import { moneyEditor } from "@/shared/ui/fact-editors";
import { useSaveCard } from "../use-card";
import { CompanyField, ContactsField, CreatedFact, DescriptionField, LineField } from "./fields";
import { OwnFacts } from "./own/own-facts";
import { PeopleFields } from "./people-fields";

export function DealFacts({ deal }: { deal: Deal }) {
  const { t } = useTranslation("card");
  const save = useSaveCard("deal", deal.id);
  return (
    <>
      <LineField label={t("factTitle")} value={deal.title} onSave={(title) => save({ title })} />
      <FactField<Amount | null>
        label={t("factAmount")}
        value={deal.amount}
        display={deal.amount && <Money value={deal.amount} />}
        editor={moneyEditor}
        onSave={(amount) => save({ amount })}
        isSame={(one, other) => one?.amount === other?.amount}
      />
      {deal.lost_reason && (
        <FactField
          label={t("factLostReason")}
          value={deal.lost_reason}
          display={deal.lost_reason}
        />
      )}
      {deal.lost_note && (
        <FactField label={t("factLostNote")} value={deal.lost_note} display={deal.lost_note} />
      )}
      <CompanyField
        label={t("factCompany")}
        value={deal.company_id}
        onSave={(company_id) => save({ company_id })}
      />
      <ContactsField
        label={t("factContacts")}
        value={deal.contact_ids ?? []}
        companyId={deal.company_id}
        onSave={(ids) => save({ contact_ids: [...ids] })}
      />
      <PeopleFields
        record={deal}
        onOwner={(owner_id) => save({ owner_id })}
        onParticipants={(ids) => save({ participant_ids: [...ids] })}
      />
      <DescriptionField value={deal.description} onSave={(description) => save({ description })} />
      <OwnFacts card={{ kind: "deal", id: deal.id }} record={deal} />
      <CreatedFact at={deal.created_at} />
    </>
  );
}
