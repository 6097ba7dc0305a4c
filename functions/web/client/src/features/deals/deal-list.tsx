import { Button } from "@mantine/core";
import { IconBriefcase2 } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type CardRef, cardText, type Deal, useCardTitles } from "@/shared/api";
import {
  type Column,
  DataList,
  EmptyState,
  ErrorState,
  ListOptions,
  Money,
  type Sorting,
  useColumns,
  When,
} from "@/shared/ui";
import { PersonFace } from "@/shared/ui/absences/person-face";
import { useOwnColumns } from "@/shared/ui/own/own-columns";
import { Awaited, OwedMark } from "@/shared/ui/pulse/card-pulse";
import { useNamedColumns } from "@/shared/ui/views/use-named-columns";
import { StayMark } from "@/shared/ui/stay/stay-mark";
import classes from "./deal-list.module.css";
import { DealBulk } from "./deal-bulk";
import { NEWEST, useDealFilter } from "./filter";
import { allOf, useFilteredDeals } from "./queries";

export function DealList({ onCreate }: { onCreate: () => void }) {
  const { t } = useTranslation("deals");
  const { filter, change } = useDealFilter();
  const query = useFilteredDeals(filter);
  const deals = allOf(query.data?.pages);
  const sorting = useDealSorting();
  const columns = useDealColumns(deals);
  const arranged = useColumns("deals", columns, useNamedColumns());
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const filtered =
    filter.stageId !== undefined || filter.ownerId !== undefined || filter.conditions.length > 0;
  return (
    <DataList
      label={t("title")}
      rows={deals}
      columns={arranged.shown}
      arranging={arranged}
      rowKey={(deal) => deal.id}
      rowLabel={(deal) => deal.title}
      href={(deal) => `/deals/${deal.id}`}
      loading={query.isPending}
      sort={sorting}
      bulk={(rows, clear) => <DealBulk deals={rows} onSettled={clear} />}
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      loadingMore={query.isFetchingNextPage}
      empty={
        <EmptyState
          icon={<IconBriefcase2 size={32} stroke={1.5} />}
          title={filtered ? t("emptyFiltered") : t("emptyTitle")}
          text={filtered ? t("emptyFilteredText") : t("emptyText")}
          action={
            filtered ? (
              <Button
                variant="default"
                onClick={() => change({ stage: undefined, owner: undefined, filter: undefined })}
              >
                {t("clearFilters")}
              </Button>
            ) : (
              <Button onClick={onCreate}>{t("newDeal")}</Button>
            )
          }
        />
      }
    />
  );
}

/** The order of the list as its address says. */
export function useDealSorting(): Sorting {
  const { filter, change } = useDealFilter();
  return {
    value: filter.sort,
    onChange: (sort) => change({ sort: sort === NEWEST ? undefined : sort }),
  };
}

/** The choice of order and columns. */
export function DealListOptions() {
  const columns = useColumns("deals", useDealColumns([]), useNamedColumns());
  return <ListOptions columns={columns} sort={useDealSorting()} />;
}

/** The same deals in one narrow column, beside the one that is open. */
export function BesideList({ currentId }: { currentId: string | undefined }) {
  const { t } = useTranslation("deals");
  const { filter } = useDealFilter();
  const query = useFilteredDeals(filter);
  const deals = allOf(query.data?.pages);
  const columns: Column<Deal>[] = [
    { key: "title", header: t("columnTitle"), render: (deal) => deal.title },
    {
      key: "amount",
      exported: ["amount", "currency"],
      header: t("columnAmount"),
      numeric: true,
      width: "124px",
      render: (deal) => deal.amount && <Money value={deal.amount} />,
    },
  ];
  return (
    <div className={classes.beside}>
      <DataList
        label={t("title")}
        rows={deals}
        columns={columns}
        rowKey={(deal) => deal.id}
        rowLabel={(deal) => deal.title}
        href={(deal) => `/deals/${deal.id}`}
        currentKey={currentId}
        loading={query.isPending}
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        loadingMore={query.isFetchingNextPage}
      />
    </div>
  );
}

/** Whom a deal is with: the company, else the first contact. */
export function clientOf(deal: Deal): CardRef | null {
  if (deal.company_id) return { kind: "company", id: deal.company_id };
  const contact = deal.contact_ids?.[0];
  return contact ? { kind: "contact", id: contact } : null;
}

export function useDealColumns(deals: readonly Deal[]): Column<Deal>[] {
  const { filter } = useDealFilter();
  const own = useOwnColumns<Deal>("deal", filter.pipeline?.id);
  return [...useUsualColumns(deals), ...own];
}

function useUsualColumns(deals: readonly Deal[]): Column<Deal>[] {
  const { t } = useTranslation("deals");
  const { filter } = useDealFilter();
  const clients = deals.flatMap((deal) => clientOf(deal) ?? []);
  const titles = useCardTitles(clients);
  return useMemo(
    () => [
      {
        key: "title",
        sort: "name",
        header: t("columnTitle"),
        render: (deal) => (
          <>
            {deal.open && <OwedMark card={{ kind: "deal", id: deal.id }} />}
            {deal.title}
          </>
        ),
      },
      {
        key: "client",
        exported: ["company", "contact"],
        phone: "note",
        header: t("columnClient"),
        width: "16%",
        hideBelow: 640,
        render: (deal) => {
          const client = clientOf(deal);
          return client && titles.get(cardText(client));
        },
      },
      {
        key: "stage",
        header: t("columnStage"),
        width: "148px",
        hideBelow: 640,
        render: (deal) => {
          const stage = filter.pipeline?.stages.find(({ id }) => id === deal.stage_id);
          return (
            <span className={classes.stage} data-kind={deal.stage_kind}>
              {stage?.name}
            </span>
          );
        },
      },
      {
        key: "next",
        exported: ["next", "next_due"],
        header: t("columnNext"),
        width: "16%",
        hideBelow: 960,
        render: (deal) => deal.open && <Awaited card={{ kind: "deal", id: deal.id }} />,
      },
      {
        key: "amount",
        sort: "amount",
        phone: "end",
        header: t("columnAmount"),
        numeric: true,
        width: "124px",
        render: (deal) => deal.amount && <Money value={deal.amount} />,
      },
      {
        key: "days",
        exported: ["stage_since"],
        extra: true,
        header: t("columnDays"),
        numeric: true,
        width: "128px",
        hideBelow: 960,
        render: (deal) => (
          <StayMark
            deal={deal}
            stage={filter.pipeline?.stages.find(({ id }) => id === deal.stage_id)}
          />
        ),
      },
      {
        key: "created",
        sort: "created",
        header: t("columnCreated"),
        numeric: true,
        width: "112px",
        hideBelow: 960,
        render: (deal) => <When at={deal.created_at} as="day" />,
      },
      {
        key: "updated",
        sort: "updated",
        extra: true,
        header: t("columnUpdated"),
        numeric: true,
        width: "112px",
        hideBelow: 960,
        render: (deal) => <When at={deal.updated_at} as="day" />,
      },
      {
        key: "owner",
        header: t("columnOwner"),
        width: "152px",
        hideBelow: 960,
        render: (deal) =>
          deal.owner_name && (
            <span className={classes.owner}>
              <PersonFace id={deal.owner_id} name={deal.owner_name} silent />
              <span>{deal.owner_name}</span>
            </span>
          ),
      },
    ],
    [t, titles, filter.pipeline],
  );
}
