import { Button } from "@mantine/core";
import { IconBriefcase2, IconLogout } from "@tabler/icons-react";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { $api, queryClient, session, usePerson } from "@/shared/api";
import { forgetDrafts } from "@/shared/lib";
import { EmptyState, ErrorState, Money, RowSkeletons, When } from "@/shared/ui";
import classes from "./room.module.css";

/** The client's own portal: his deals, and one of them. */
export function RoomPage() {
  const { t } = useTranslation("room");
  const person = usePerson();
  const { dealId } = useParams({ strict: false });
  const leave = async () => {
    await session.signOut();
    forgetDrafts();
    queryClient.clear();
    globalThis.location.assign("/sign-in");
  };
  return (
    <div className={classes.room}>
      <header className={classes.bar}>
        <Link to="/room" className={classes.brand}>
          <img src="/icon.svg" width={24} height={24} alt="" /> {t("title")}
        </Link>
        <span className={classes.who}>{person.name}</span>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconLogout size={16} />}
          onClick={() => void leave()}
        >
          {t("signOut")}
        </Button>
      </header>
      <main className={classes.content}>{dealId ? <Outlet /> : <Deals />}</main>
    </div>
  );
}

const STATES = { open: "open", won: "won", lost: "lost" } as const;

function Deals() {
  const { t } = useTranslation("room");
  const query = $api.useQuery("get", "/api/crm/deals", { params: { query: { limit: 100 } } });
  if (query.isPending) return <RowSkeletons />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.items.length === 0)
    return (
      <EmptyState
        icon={<IconBriefcase2 size={32} stroke={1.5} />}
        title={t("empty")}
        text={t("emptyText")}
      />
    );
  return (
    <>
      <h1 className={classes.title}>{t("deals")}</h1>
      <ul className={classes.list}>
        {query.data.items.map((deal) => (
          <li key={deal.id}>
            <Link to="/room/$dealId" params={{ dealId: deal.id }} className={classes.deal}>
              <span className={classes.name}>{deal.title}</span>
              <span>{deal.amount && <Money value={deal.amount} />}</span>
              <span className={classes.note}>
                {t(STATES[deal.stage_kind])} · {t("since")} <When at={deal.stage_since} as="day" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
