import { IconUsers } from "@tabler/icons-react";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Person } from "@/shared/api";
import { type Column, DataList, EmptyState, ErrorState } from "@/shared/ui";
import { useDepartments } from "./departments";
import { isShown, type PeopleFilter } from "./people-filter";
import { PersonName } from "./person-name";
import { usePeople } from "./queries";
import { useRoleNames } from "./roles";

/** The colleagues that the filter lets through; beside an open one their names alone. */
export function PeopleList({ full = false }: { full?: boolean }) {
  const { t } = useTranslation("people");
  const { personId } = useParams({ strict: false });
  const filter: PeopleFilter = useSearch({ strict: false });
  const columns = usePeopleColumns();
  const narrowed = Boolean(filter.q ?? filter.department);
  const query = usePeople(narrowed);
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const people = query.data?.pages.flatMap((page) => page.items) ?? [];
  const seeking = narrowed && query.hasNextPage;
  const shown = people.filter((person) => isShown(person, filter));
  return (
    <DataList
      label={t("title")}
      rows={shown}
      columns={full ? columns : columns.slice(0, 1)}
      rowKey={(person) => person.id}
      rowLabel={(person) => person.name}
      href={(person) => `/people/${person.id}`}
      currentKey={personId}
      loading={query.isPending || (seeking && shown.length === 0)}
      onMore={query.hasNextPage && !narrowed ? () => void query.fetchNextPage() : undefined}
      loadingMore={query.isFetchingNextPage}
      empty={
        <EmptyState
          icon={<IconUsers size={32} stroke={1.5} />}
          title={t("emptyTitle")}
          text={filter.q ? t("emptySearch", { query: filter.q }) : t("emptyText")}
        />
      }
    />
  );
}

function usePeopleColumns(): Column<Person>[] {
  const { t } = useTranslation("people");
  const departments = useDepartments();
  const roleNames = useRoleNames();
  return [
    {
      key: "name",
      header: t("name"),
      render: (person) => <PersonName person={person} />,
    },
    {
      key: "job",
      header: t("jobTitle"),
      width: "20%",
      hideBelow: 640,
      render: (person) => person.job_title,
    },
    {
      key: "department",
      header: t("department"),
      width: "18%",
      hideBelow: 640,
      render: (person) =>
        departments
          .filter(({ id }) => person.department_ids.includes(id))
          .map(({ name }) => name)
          .join(", "),
    },
    {
      key: "roles",
      header: t("roles"),
      width: "14%",
      hideBelow: 960,
      render: (person) => person.roles.map((role) => roleNames[role]).join(", "),
    },
    {
      key: "email",
      header: t("email"),
      width: "18%",
      hideBelow: 960,
      render: (person) => <a href={`mailto:${person.email}`}>{person.email}</a>,
    },
  ];
}
