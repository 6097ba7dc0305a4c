import { lazy } from "react";
import { useTranslation } from "react-i18next";
import type { Company } from "@/shared/api";
import { CardListPage, useListing } from "./card-list-page";
import { MailLink, PhoneLink, useUsualColumns } from "./cells";
import { useCompanies } from "./queries";

const CreateCompany = lazy(() => import("./create/create-company"));

export function CompaniesPage() {
  const { t } = useTranslation("clients");
  const listing = useListing();
  const usual = useUsualColumns<Company>();
  return (
    <CardListPage
      kind="company"
      title={t("companies")}
      query={useCompanies(listing)}
      listing={listing}
      nameOf={(company) => company.name}
      empty={{ title: t("companiesEmpty"), text: t("companiesEmptyText") }}
      columns={[
        { key: "name", sort: "name", header: t("companyName"), render: (company) => company.name },
        {
          key: "tax",
          exported: ["tax_id"],
          phone: "note",
          header: t("taxId"),
          width: "140px",
          hideBelow: 640,
          render: (company) => <span className="tabular">{company.tax_id}</span>,
        },
        {
          key: "email",
          exported: ["emails"],
          header: t("email"),
          width: "24%",
          hideBelow: 960,
          render: (company) => <MailLink address={company.emails[0]} />,
        },
        {
          key: "phone",
          exported: ["phones"],
          phone: "end",
          header: t("phone"),
          width: "136px",
          render: (company) => <PhoneLink number={company.phones[0]} />,
        },
        usual.created,
        usual.updated,
        usual.owner,
      ]}
      createVerb={t("newCompany")}
      form={(onClose) => <CreateCompany onClose={onClose} />}
    />
  );
}
