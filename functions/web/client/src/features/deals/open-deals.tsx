import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf } from "@/shared/api";
import { CardLink } from "@/shared/ui";
import { notice } from "@/shared/ui/alike/notice";

const MOST = 3;

interface OpenDealsProps {
  contactId?: string;
  companyId?: string;
  onFound: (found: boolean) => void;
}

/** The open deals that the client of a new one has already: maybe it is one of them. */
export function OpenDeals({ contactId, companyId, onFound }: OpenDealsProps) {
  const { t } = useTranslation("deals");
  const whose = companyId ? { company_id: companyId } : { contact_id: contactId };
  const wanted = (companyId ?? contactId) !== undefined;
  const { data } = useQuery({
    queryKey: ["deals", "open-of", companyId, contactId],
    enabled: wanted,
    queryFn: () =>
      bodyOf(
        api.GET("/api/crm/deals", {
          params: { query: { ...whose, stage_kind: "open", limit: MOST } },
        }),
      ),
  });
  const found = wanted ? (data?.items ?? []) : [];
  const tell = useEffectEvent((any: boolean) => onFound(any));
  useEffect(() => tell(found.length > 0), [found.length]);
  if (found.length === 0) return null;
  return (
    <Alert classNames={notice} mt="md" title={t("openAlready")} role="status">
      {found.map((deal) => (
        <div key={deal.id}>
          <CardLink card={{ kind: "deal", id: deal.id }} title={deal.title} />
        </div>
      ))}
    </Alert>
  );
}
