import { IconFileUpload, IconMessageCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { $api, type Schemas } from "@/shared/api";
import { Money } from "@/shared/ui";
import { ProgressBar } from "./progress-bar";
import { useRequests } from "./requests";
import classes from "./room.module.css";

/** One deal among others: how far it has come, and what waits for the client in it. */
export function DealCard({ deal }: { deal: Schemas["DealView"] }) {
  const { t } = useTranslation("room");
  const { open } = useRequests(deal.id);
  const news = useNews(deal.id);
  return (
    <Link to="/room/$dealId" params={{ dealId: deal.id }} className={classes.deal}>
      <span className={classes.dealHead}>
        <span className={classes.dealTitle}>{deal.title}</span>
        {deal.amount && (
          <span className={classes.amount}>
            <Money value={deal.amount} />
          </span>
        )}
      </span>
      <ProgressBar deal={deal} />
      {(open.length > 0 || news.length > 0) && (
        <span className={classes.chips}>
          {open.length > 0 && (
            <span className={classes.chip} data-tone="ask">
              <IconFileUpload size={16} aria-hidden /> {t("asked", { count: open.length })}
            </span>
          )}
          {news.length > 0 && (
            <span className={classes.chip}>
              <IconMessageCircle size={16} aria-hidden /> {t("news", { count: news.length })}
            </span>
          )}
        </span>
      )}
    </Link>
  );
}

/** What the client was told of a deal and has not read. */
export function useNews(dealId: string): readonly Schemas["NotificationView"][] {
  const query = $api.useQuery(
    "get",
    "/api/notifications",
    { params: { query: { unread: true, limit: 50 } } },
    { refetchInterval: 30_000 },
  );
  const items = query.data?.items ?? [];
  return items.filter(({ about }) => about.some(({ id }) => id === dealId));
}
