import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AlreadyThere } from "@/shared/ui/alike/already-there";
import { api, bodyOf } from "@/shared/api";
import { listOf, QuickForm, type QuickValues, wordsOf } from "@/shared/ui";
import { useOwnForm } from "@/shared/ui/own/own-form";
import { type OwnPart, useCreated } from "./use-created";

export default function CreateCompany({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["clients", "common"]);
  const own = useOwnForm("company");
  const [alike, setAlike] = useState(false);
  const created = useCreated("company", t("companyCreated"));
  return (
    <QuickForm
      title={t("newCompanyTitle")}
      verb={alike ? t("common:createAnyway") : t("common:create")}
      draft="new-companies"
      fields={[
        { name: "name", label: t("companyName"), required: true },
        { name: "tax_id", label: t("taxId"), help: t("taxIdHelp") },
        { name: "email", label: t("email"), kind: "email", pointer: "/emails" },
        { name: "phone", label: t("phone"), kind: "tel", help: t("phoneHelp"), pointer: "/phones" },
      ]}
      note={(values) => (
        <AlreadyThere
          kind="company"
          onFound={(count) => setAlike(count > 0)}
          draft={{
            name: wordsOf(values, "name") ?? "",
            tax_id: wordsOf(values, "tax_id"),
            emails: listOf(values, "email"),
            phones: listOf(values, "phone"),
          }}
        />
      )}
      own={own}
      onSubmit={async (values) => created(await createCompany(values, { own: own.values }))}
      onClose={onClose}
    />
  );
}

export function createCompany(values: QuickValues, own: OwnPart) {
  return bodyOf(
    api.POST("/api/crm/companies", {
      body: {
        name: wordsOf(values, "name") ?? "",
        tax_id: wordsOf(values, "tax_id"),
        emails: listOf(values, "email"),
        phones: listOf(values, "phone"),
        domains: [],
        participant_ids: [],
        ...own,
      },
    }),
  );
}
