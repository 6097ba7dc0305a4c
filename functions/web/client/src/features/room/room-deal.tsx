import { useDocumentTitle } from "@mantine/hooks";
import { IconArrowLeft } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, type Schemas } from "@/shared/api";
import { ErrorState, Money, RowSkeletons } from "@/shared/ui";
import { Conversation } from "./conversation";
import { useNews } from "./deal-card";
import { Documents } from "./documents";
import { Manager } from "./manager";
import { ProgressBar } from "./progress-bar";
import { Requests } from "./requests";
import classes from "./room.module.css";

export function RoomDeal() {
  const { t } = useTranslation("room");
  const { dealId = "" } = useParams({ strict: false });
  const query = $api.useQuery(
    "get",
    "/api/crm/deals/{card_id}",
    { params: { path: { card_id: dealId } } },
    { refetchInterval: 60_000 },
  );
  return (
    <>
      <Link to="/room" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {t("deals")}
      </Link>
      {query.isPending ? (
        <RowSkeletons />
      ) : query.data ? (
        <Deal key={dealId} deal={query.data} />
      ) : (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
    </>
  );
}

function Deal({ deal }: { deal: Schemas["DealView"] }) {
  useDocumentTitle(deal.title);
  useReadNews(deal.id);
  return (
    <>
      <div className={classes.head}>
        <h1 className={classes.title}>{deal.title}</h1>
        {deal.amount && (
          <span className={classes.amount}>
            <Money value={deal.amount} />
          </span>
        )}
      </div>
      <div className={classes.section}>
        <ProgressBar deal={deal} named />
      </div>
      <div className={classes.columns}>
        <div className={classes.aside}>
          <Requests dealId={deal.id} />
          <Documents dealId={deal.id} />
          <Manager dealId={deal.id} />
        </div>
        <Conversation dealId={deal.id} />
      </div>
    </>
  );
}

/** Whoever has the deal before him has read what he was told of it. */
function useReadNews(dealId: string): void {
  const client = useQueryClient();
  const ids = useNews(dealId)
    .map(({ id }) => id)
    .join(" ");
  useEffect(() => {
    if (ids === "") return;
    const read = (id: string) =>
      api.POST("/api/notifications/{notification_id}/read", {
        params: { path: { notification_id: id } },
      });
    void Promise.allSettled(ids.split(" ").map(read)).then(() =>
      client.invalidateQueries({ queryKey: ["get", "/api/notifications"] }),
    );
  }, [ids, client]);
}
