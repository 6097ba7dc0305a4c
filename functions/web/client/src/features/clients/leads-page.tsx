import { ActionIcon, Tooltip } from "@mantine/core";
import { IconTransform } from "@tabler/icons-react";
import { lazy } from "react";
import { useTranslation } from "react-i18next";
import type { Lead } from "@/shared/api";
import { useConvertLead } from "@/shared/ui";
import { Awaited, OwedMark } from "@/shared/ui/pulse/card-pulse";
import { CardListPage, useListing } from "./card-list-page";
import { PhoneLink, useUsualColumns } from "./cells";
import classes from "./clients.module.css";
import { useLeads } from "./queries";

const STATUSES = {
  new: "statusNew",
  in_progress: "statusInProgress",
  qualified: "statusQualified",
  rejected: "statusRejected",
} as const satisfies Record<Lead["status"], string>;

const CreateLead = lazy(() => import("./create/create-lead"));

function isOpen(lead: Lead): boolean {
  return lead.status !== "qualified" && lead.status !== "rejected";
}

export function LeadsPage() {
  const { t } = useTranslation(["clients", "convert"]);
  const listing = useListing();
  const usual = useUsualColumns<Lead>();
  const { convert, dialog } = useConvertLead();
  return (
    <>
      <CardListPage
        kind="lead"
        title={t("leads")}
        query={useLeads(listing)}
        listing={listing}
        nameOf={(lead) => lead.title}
        empty={{ title: t("leadsEmpty"), text: t("leadsEmptyText") }}
        columns={[
          {
            key: "title",
            sort: "name",
            header: t("leadTitle"),
            render: (lead) => (
              <>
                {isOpen(lead) && <OwedMark card={{ kind: "lead", id: lead.id }} />}
                {lead.title}
              </>
            ),
          },
          {
            key: "status",
            phone: "end",
            header: t("status"),
            width: "132px",
            render: (lead) => (
              <span className={classes.status} data-status={lead.status}>
                {t(STATUSES[lead.status])}
              </span>
            ),
          },
          {
            key: "who",
            exported: ["name"],
            header: t("who"),
            width: "16%",
            hideBelow: 640,
            phone: "note",
            render: (lead) => lead.name,
          },
          {
            key: "phone",
            exported: ["phones"],
            header: t("phone"),
            width: "136px",
            hideBelow: 960,
            render: (lead) => <PhoneLink number={lead.phones[0]} />,
          },
          {
            key: "next",
            exported: ["next", "next_due"],
            extra: true,
            header: t("nextStep"),
            width: "16%",
            hideBelow: 960,
            render: (lead) =>
              isOpen(lead) && <Awaited card={{ kind: "lead", id: lead.id }} quiet />,
          },
          {
            key: "source",
            header: t("source"),
            width: "12%",
            hideBelow: 960,
            render: (lead) => lead.source,
          },
          { ...usual.created, extra: false, width: "100px", hideBelow: 640 },
          usual.updated,
          usual.owner,
        ]}
        createVerb={t("newLead")}
        form={(onClose) => <CreateLead onClose={onClose} />}
        rowAction={(lead) =>
          !lead.converted_to && (
            <Tooltip label={t("convert:verb")}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                aria-label={`${t("convert:verb")}: ${lead.title}`}
                onClick={() => convert(lead)}
              >
                <IconTransform size={16} />
              </ActionIcon>
            </Tooltip>
          )
        }
      />
      {dialog}
    </>
  );
}
