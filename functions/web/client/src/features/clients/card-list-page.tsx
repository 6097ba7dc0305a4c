import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CARD_FOLDERS, type CardKind, cardPath } from "@/shared/api";
import {
  CardIcon,
  type Column,
  DataList,
  EmptyState,
  ErrorState,
  PageBody,
  PageHeader,
  type QuickField,
  QuickForm,
  type QuickValues,
  Split,
  useToasts,
} from "@/shared/ui";
import classes from "./clients.module.css";
import type { Cards } from "./queries";

interface CardListPageProps<T> {
  kind: CardKind;
  title: string;
  query: Cards<T>;
  /** The first column is what a card is called. */
  columns: readonly Column<T>[];
  nameOf: (card: T) => string;
  empty: { title: string; text: string };
  create: {
    verb: string;
    title: string;
    created: string;
    fields: readonly QuickField[];
    save: (values: QuickValues) => Promise<{ id: string }>;
  };
}

/** All cards of a kind that the reader may see, by the page, and the one that is open beside them. */
export function CardListPage<T extends { id: string }>(props: CardListPageProps<T>) {
  const { kind, title, query, create } = props;
  const { t } = useTranslation();
  const { cardId } = useParams({ strict: false });
  const [creating, setCreating] = useState(false);
  const save = useCreated(kind, create);
  const newButton = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {create.verb}
    </Button>
  );
  const list = (columns: readonly Column<T>[]) =>
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
            <PageHeader title={title} actions={newButton} />
            <PageBody>{list(props.columns)}</PageBody>
          </>
        }
        beside={<div className={classes.beside}>{list(props.columns.slice(0, 1))}</div>}
        side={cardId ? <Outlet /> : null}
      />
      {creating && (
        <QuickForm
          title={create.title}
          verb={t("create")}
          draft={`new-${CARD_FOLDERS[kind]}`}
          fields={create.fields}
          onSubmit={save}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  );
}

function useCreated<T>(kind: CardKind, create: CardListPageProps<T>["create"]) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  return async (values: QuickValues) => {
    const { id } = await create.save(values);
    void client.invalidateQueries({ queryKey: ["get", `/api/crm/${CARD_FOLDERS[kind]}`] });
    toasts.done(create.created);
    void navigate({ to: cardPath({ kind, id }) });
  };
}
