import { useTranslation } from "react-i18next";
import { api, bodyOf } from "@/shared/api";
import { listOf, type QuickValues, wordsOf } from "@/shared/ui";
import { CardListPage } from "./card-list-page";
import { MailLink, Owner, PhoneLink } from "./cells";
import { useCompanies } from "./queries";

export function CompaniesPage() {
  const { t } = useTranslation("clients");
  return (
    <CardListPage
      kind="company"
      title={t("companies")}
      query={useCompanies()}
      nameOf={(company) => company.name}
      empty={{ title: t("companiesEmpty"), text: t("companiesEmptyText") }}
      columns={[
        { key: "name", header: t("companyName"), render: (company) => company.name },
        {
          key: "tax",
          header: t("taxId"),
          width: "140px",
          hideBelow: 640,
          render: (company) => <span className="tabular">{company.tax_id}</span>,
        },
        {
          key: "email",
          header: t("email"),
          width: "24%",
          hideBelow: 960,
          render: (company) => <MailLink address={company.emails[0]} />,
        },
        {
          key: "phone",
          header: t("phone"),
          width: "150px",
          render: (company) => <PhoneLink number={company.phones[0]} />,
        },
        {
          key: "owner",
          header: t("owner"),
          width: "168px",
          hideBelow: 960,
          render: (company) => <Owner name={company.owner_name} />,
        },
      ]}
      create={{
        verb: t("newCompany"),
        title: t("newCompany"),
        created: t("companyCreated"),
        save: createCompany,
        fields: [
          { name: "name", label: t("companyName"), required: true },
          { name: "tax_id", label: t("taxId"), help: t("taxIdHelp") },
          { name: "email", label: t("email"), kind: "email", pointer: "/emails" },
          {
            name: "phone",
            label: t("phone"),
            kind: "tel",
            help: t("phoneHelp"),
            pointer: "/phones",
          },
        ],
      }}
    />
  );
}

function createCompany(values: QuickValues) {
  return bodyOf(
    api.POST("/api/crm/companies", {
      body: {
        name: wordsOf(values, "name") ?? "",
        tax_id: wordsOf(values, "tax_id"),
        emails: listOf(values, "email"),
        phones: listOf(values, "phone"),
        domains: [],
        participant_ids: [],
      },
    }),
  );
}
