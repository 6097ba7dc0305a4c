import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, cardText, useCardTitles } from "@/shared/api";
import { listOf, type QuickValues, wordsOf } from "@/shared/ui";
import { CardListPage } from "./card-list-page";
import { MailLink, Owner, PhoneLink } from "./cells";
import { useContacts } from "./queries";

const COMPANIES = { params: { query: { limit: 100 } } };

export function ContactsPage() {
  const { t } = useTranslation("clients");
  const query = useContacts();
  const companies = $api.useQuery("get", "/api/crm/companies", COMPANIES).data?.items ?? [];
  const titles = useCardTitles(
    query.data?.pages.flatMap((page) =>
      page.items.flatMap(({ company_id: id }) => (id ? [{ kind: "company" as const, id }] : [])),
    ) ?? [],
  );
  return (
    <CardListPage
      kind="contact"
      title={t("contacts")}
      query={query}
      nameOf={(contact) => contact.name}
      empty={{ title: t("contactsEmpty"), text: t("contactsEmptyText") }}
      columns={[
        { key: "name", header: t("name"), render: (contact) => contact.name },
        {
          key: "company",
          header: t("company"),
          width: "22%",
          hideBelow: 640,
          render: ({ company_id: id }) => id && titles.get(cardText({ kind: "company", id })),
        },
        {
          key: "job",
          header: t("jobTitle"),
          width: "18%",
          hideBelow: 960,
          render: (contact) => contact.job_title,
        },
        {
          key: "email",
          header: t("email"),
          width: "22%",
          hideBelow: 640,
          render: (contact) => <MailLink address={contact.emails[0]} />,
        },
        {
          key: "phone",
          header: t("phone"),
          width: "150px",
          render: (contact) => <PhoneLink number={contact.phones[0]} />,
        },
        {
          key: "owner",
          header: t("owner"),
          width: "168px",
          hideBelow: 960,
          render: (contact) => <Owner name={contact.owner_name} />,
        },
      ]}
      create={{
        verb: t("newContact"),
        title: t("newContact"),
        created: t("contactCreated"),
        save: createContact,
        fields: [
          { name: "name", label: t("name"), required: true },
          { name: "email", label: t("email"), kind: "email", pointer: "/emails" },
          {
            name: "phone",
            label: t("phone"),
            kind: "tel",
            help: t("phoneHelp"),
            pointer: "/phones",
          },
          {
            name: "company_id",
            label: t("company"),
            kind: "one",
            options: companies.map(({ id, name }) => ({ value: id, label: name })),
          },
          { name: "job_title", label: t("jobTitle") },
        ],
      }}
    />
  );
}

function createContact(values: QuickValues) {
  return bodyOf(
    api.POST("/api/crm/contacts", {
      body: {
        name: wordsOf(values, "name") ?? "",
        emails: listOf(values, "email"),
        phones: listOf(values, "phone"),
        handles: [],
        company_id: wordsOf(values, "company_id"),
        job_title: wordsOf(values, "job_title"),
        participant_ids: [],
      },
    }),
  );
}
