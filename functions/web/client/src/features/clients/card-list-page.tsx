import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, Suspense, useState } from "react";
import { type AnyCard, CARD_FOLDERS, type CardKind, cardPath } from "@/shared/api";
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
import classes from "./clients.module.css";
import type { Cards } from "./queries";

interface CardListPageProps<T> {
  kind: CardKind;
  title: string;
  query: Cards<T>;
  sort: Sorting;
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
  const { kind, title, query } = props;
  const { cardId } = useParams({ strict: false });
  const [creating, setCreating] = useState(false);
  const { shown, hidden, toggle } = useColumns(CARD_FOLDERS[kind], props.columns);
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
        sort={whole ? props.sort : undefined}
        rowAction={whole ? props.rowAction : undefined}
        bulk={
          whole
            ? (rows, clear) => (
                <GiveCards
                  kind={kind}
                  rows={rows}
                  onSettled={() => {
                    refresh();
                    clear();
                  }}
                />
              )
            : undefined
        }
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        loadingMore={query.isFetchingNextPage}
        empty={
          <EmptyState
            icon={<CardIcon kind={kind} size={32} />}
            {...props.empty}
            action={newButton}
          />
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
                  <ListOptions
                    columns={props.columns}
                    hidden={hidden}
                    onToggle={toggle}
                    sort={props.sort}
                  />
                  {newButton}
                </>
              }
            />
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

/** The order of a list as its address says. */
export function useSorting(): Sorting {
  const { sort } = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    value: sort ?? NEWEST,
    onChange: (value) =>
      void navigate({
        to: ".",
        search: (before: object) => ({ ...before, sort: value === NEWEST ? undefined : value }),
        replace: true,
      }),
  };
}
