import { useTranslation } from "react-i18next";
import { api, bodyOf, type Lead } from "@/shared/api";
import { listOf, type QuickValues, When, wordsOf } from "@/shared/ui";
import { CardListPage } from "./card-list-page";
import { Owner, PhoneLink } from "./cells";
import classes from "./clients.module.css";
import { useLeads } from "./queries";

const STATUSES = {
  new: "statusNew",
  in_progress: "statusInProgress",
  qualified: "statusQualified",
  rejected: "statusRejected",
} as const satisfies Record<Lead["status"], string>;

export function LeadsPage() {
  const { t } = useTranslation("clients");
  return (
    <CardListPage
      kind="lead"
      title={t("leads")}
      query={useLeads()}
      nameOf={(lead) => lead.title}
      empty={{ title: t("leadsEmpty"), text: t("leadsEmptyText") }}
      columns={[
        { key: "title", header: t("leadTitle"), render: (lead) => lead.title },
        {
          key: "status",
          header: t("status"),
          width: "132px",
          render: (lead) => (
            <span className={classes.status} data-status={lead.status}>
              {t(STATUSES[lead.status])}
            </span>
          ),
        },
        { key: "who", header: t("who"), width: "20%", hideBelow: 640, render: (lead) => lead.name },
        {
          key: "phone",
          header: t("phone"),
          width: "150px",
          hideBelow: 960,
          render: (lead) => <PhoneLink number={lead.phones[0]} />,
        },
        {
          key: "source",
          header: t("source"),
          width: "14%",
          hideBelow: 960,
          render: (lead) => lead.source,
        },
        {
          key: "created",
          header: t("created"),
          numeric: true,
          width: "100px",
          hideBelow: 640,
          render: (lead) => <When at={lead.created_at} as="day" />,
        },
        {
          key: "owner",
          header: t("owner"),
          width: "168px",
          hideBelow: 960,
          render: (lead) => <Owner name={lead.owner_name} />,
        },
      ]}
      create={{
        verb: t("newLead"),
        title: t("newLead"),
        created: t("leadCreated"),
        save: createLead,
        fields: [
          { name: "title", label: t("leadTitle"), help: t("leadTitleHelp"), required: true },
          { name: "name", label: t("who") },
          { name: "email", label: t("email"), kind: "email", pointer: "/emails" },
          {
            name: "phone",
            label: t("phone"),
            kind: "tel",
            help: t("phoneHelp"),
            pointer: "/phones",
          },
          { name: "source", label: t("source"), help: t("sourceHelp") },
        ],
      }}
    />
  );
}

function createLead(values: QuickValues) {
  return bodyOf(
    api.POST("/api/crm/leads", {
      body: {
        title: wordsOf(values, "title") ?? "",
        name: wordsOf(values, "name"),
        emails: listOf(values, "email"),
        phones: listOf(values, "phone"),
        source: wordsOf(values, "source"),
        status: "new",
        participant_ids: [],
      },
    }),
  );
}
