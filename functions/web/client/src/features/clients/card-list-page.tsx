import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AnyCard, CARD_FOLDERS, type CardKind, cardPath } from "@/shared/api";
import { usePhone } from "@/shared/lib";
import {
  CardIcon,
  type Column,
  DataList,
  EmptyState,
  ErrorState,
  GiveCards,
  ListOptions,
  PageBody,
  PageHeader,
  type Sorting,
  Split,
  useColumns,
} from "@/shared/ui";
import { useOwnColumns } from "@/shared/ui/own/own-columns";
import { type FilterCondition, type FilterQuery, toQuery } from "@/shared/ui/filters/conditions";
import { exportedNames } from "@/shared/ui/exporting/export-list";
import { ListMenu } from "@/shared/ui/exporting/list-menu";
import { ListTools } from "@/shared/ui/tools/list-tools";
import type { ListSearch } from "@/shared/ui/views/state";
import { useNamedColumns } from "@/shared/ui/views/use-named-columns";
import { DuplicatesLink } from "@/shared/ui/merging/duplicates-link";
import { RemindCards } from "@/shared/ui/reminding/remind-cards";
import { MergeSelected } from "@/shared/ui/merging/merge-buttons";
import classes from "./clients.module.css";
import type { Cards } from "./queries";

interface CardListPageProps<T> {
  kind: CardKind;
  title: string;
  query: Cards<T>;
  listing: Listing;
  /** The first column is what a card is called. */
  columns: readonly Column<T>[];
  nameOf: (card: T) => string;
  empty: { title: string; text: string };
  /** The verb of the button that makes one, and its form. */
  createVerb: string;
  form: (onClose: () => void) => ReactNode;
  rowAction?: (card: T) => ReactNode;
}

/** All cards of a kind that the reader may see, by the page, and the one that is open beside them. */
export function CardListPage<T extends AnyCard>(props: CardListPageProps<T>) {
  const { kind, title, query, listing } = props;
  const { t } = useTranslation("lists");
  const { cardId } = useParams({ strict: false });
  const [creating, setCreating] = useState(false);
  const own = useOwnColumns<T>(kind);
  const all = [...props.columns, ...own];
  const arranged = useColumns(CARD_FOLDERS[kind], all, useNamedColumns());
  const { shown } = arranged;
  const phone = usePhone();
  const client = useQueryClient();
  const refresh = () =>
    void client.invalidateQueries({ queryKey: ["get", `/api/crm/${CARD_FOLDERS[kind]}`] });
  const newButton = (
    <Button size="xs" leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {props.createVerb}
    </Button>
  );
  const list = (columns: readonly Column<T>[], whole: boolean) =>
    query.isError && !query.data ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <DataList
        label={title}
        rows={query.data?.pages.flatMap((page) => page.items) ?? []}
        columns={columns}
        rowKey={(card) => card.id}
        rowLabel={props.nameOf}
        href={(card) => cardPath({ kind, id: card.id })}
        currentKey={cardId}
        loading={query.isPending}
        sort={whole ? listing.sort : undefined}
        arranging={whole ? arranged : undefined}
        rowAction={whole ? props.rowAction : undefined}
        bulk={
          whole
            ? (rows, clear) => (
                <>
                  <GiveCards
                    kind={kind}
                    rows={rows}
                    onSettled={() => {
                      refresh();
                      clear();
                    }}
                  />
                  <RemindCards kind={kind} rows={rows} onSettled={clear} />
                  <MergeSelected kind={kind} rows={rows} onSettled={clear} />
                </>
              )
            : undefined
        }
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        loadingMore={query.isFetchingNextPage}
        empty={
          listing.ownerId || listing.conditions.length > 0 ? (
            <EmptyState
              icon={<CardIcon kind={kind} size={32} />}
              title={t("emptyFiltered")}
              text={t("emptyFilteredText")}
              action={
                <Button variant="default" onClick={listing.onAll}>
                  {t("showAll")}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={<CardIcon kind={kind} size={32} />}
              {...props.empty}
              action={newButton}
            />
          )
        }
      />
    );
  return (
    <>
      <Split
        full={
          <>
            <PageHeader
              title={title}
              actions={
                <>
                  <DuplicatesLink kind={kind} />
                  {!phone && <ListOptions columns={arranged} sort={listing.sort} />}
                  <ListMenu
                    kind={kind}
                    query={{
                      sort: listing.sort.value,
                      owner_id: listing.ownerId,
                      ...listing.query,
                    }}
                    columns={exportedNames(shown)}
                  />
                  {newButton}
                </>
              }
            >
              <ListTools
                kind={kind}
                columns={arranged}
                sort={listing.sort}
                ownerId={listing.ownerId}
                onOwner={listing.onOwner}
                conditions={listing.conditions}
                onFilter={listing.onFilter}
                onAll={listing.onAll}
              />
            </PageHeader>
            <PageBody>{list(shown, true)}</PageBody>
          </>
        }
        beside={<div className={classes.beside}>{list(props.columns.slice(0, 1), false)}</div>}
        side={cardId ? <Outlet /> : null}
      />
      <Suspense>{creating && props.form(() => setCreating(false))}</Suspense>
    </>
  );
}

const NEWEST = "-created";

/** Which cards a list shows, and in which order. */
export interface Listing {
  sort: Sorting;
  ownerId: string | undefined;
  onOwner: (ownerId: string | undefined) => void;
  conditions: readonly FilterCondition[];
  query: FilterQuery;
  onFilter: (filter: FilterCondition[] | undefined) => void;
  onAll: () => void;
}

const NONE: readonly FilterCondition[] = [];

/** The list as its address says. */
export function useListing(): Listing {
  const { sort, owner, filter = NONE } = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (part: ListSearch) =>
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, ...part }),
      replace: true,
    });
  return {
    sort: {
      value: sort ?? NEWEST,
      onChange: (value) => change({ sort: value === NEWEST ? undefined : value }),
    },
    ownerId: owner,
    onOwner: (ownerId) => change({ owner: ownerId }),
    conditions: filter,
    query: toQuery(filter),
    onFilter: (conditions) => change({ filter: conditions }),
    onAll: () => change({ owner: undefined, filter: undefined }),
  };
}
