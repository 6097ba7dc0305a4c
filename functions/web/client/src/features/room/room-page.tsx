import { Menu } from "@mantine/core";
import { IconBriefcase2, IconLogout } from "@tabler/icons-react";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { $api, usePerson } from "@/shared/api";
import {
  EmptyState,
  ErrorState,
  Face,
  LookItems,
  OfflineBanner,
  RowSkeletons,
  useLeave,
} from "@/shared/ui";
import { DealCard } from "./deal-card";
import classes from "./room.module.css";

/** The client's own portal: his deals, and one of them. */
export function RoomPage() {
  const { t } = useTranslation("room");
  const { dealId } = useParams({ strict: false });
  return (
    <div className={classes.room}>
      <a className={classes.skip} href="#content">
        {t("skip")}
      </a>
      <header className={classes.bar}>
        <Link to="/room" className={classes.brand}>
          <img src="/icon.svg" width={28} height={28} alt="" /> {t("title")}
        </Link>
        <RoomMenu />
      </header>
      <OfflineBanner text={t("offline")} />
      <main id="content" className={classes.content} tabIndex={-1}>
        <Suspense fallback={<RowSkeletons />}>{dealId ? <Outlet /> : <Deals />}</Suspense>
      </main>
    </div>
  );
}

function RoomMenu() {
  const { t } = useTranslation("room");
  const person = usePerson();
  const leave = useLeave();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button type="button" className={classes.me} aria-label={t("menu", { name: person.name })}>
          <span className={classes.myName}>{person.name}</span>
          <Face name={person.name} size={32} silent />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.card}>
          <strong>{person.name}</strong>
          <span>{person.email}</span>
        </div>
        <Menu.Divider />
        <LookItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Deals() {
  const { t } = useTranslation("room");
  const query = $api.useQuery("get", "/api/crm/deals", { params: { query: { limit: 50 } } });
  if (query.isPending) return <RowSkeletons height={88} count={3} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const deals = query.data.items.toSorted((a, b) => Number(b.open) - Number(a.open));
  return (
    <>
      <h1 className={classes.title}>{t("deals")}</h1>
      {deals.length === 0 && (
        <EmptyState
          icon={<IconBriefcase2 size={32} stroke={1.5} />}
          title={t("empty")}
          text={t("emptyText")}
        />
      )}
      <ul className={classes.list}>
        {deals.map((deal) => (
          <li key={deal.id}>
            <DealCard deal={deal} />
          </li>
        ))}
      </ul>
    </>
  );
}
