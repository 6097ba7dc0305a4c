import { Button, Select } from "@mantine/core";
import { IconPlus, IconUsers } from "@tabler/icons-react";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Outlet, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Person, usePerson } from "@/shared/api";
import {
  type Column,
  DataList,
  EmptyState,
  ErrorState,
  Face,
  PageBody,
  PageHeader,
  Split,
} from "@/shared/ui";
import { AddEmployee } from "./add-employee";
import { useDepartments } from "./departments";
import classes from "./people.module.css";
import { useRoleNames } from "./roles";

/** The directory: colleagues by name, and the one who is open beside them. */
export function PeoplePage() {
  const { personId } = useParams({ strict: false });
  return <Split full={<Directory />} beside={<People />} side={personId ? <Outlet /> : null} />;
}

function Directory() {
  const { t } = useTranslation("people");
  const owner = usePerson().roles.includes("owner");
  const { department } = useSearch({ strict: false });
  const navigate = useNavigate();
  const departments = useDepartments();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          owner && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              {t("add")}
            </Button>
          )
        }
      >
        <Select
          size="xs"
          aria-label={t("department")}
          placeholder={t("allDepartments")}
          clearable
          data={departments.map(({ id, name }) => ({ value: id, label: name }))}
          value={department ?? null}
          onChange={(value) =>
            void navigate({ to: "/people", search: { department: value ?? undefined } })
          }
        />
      </PageHeader>
      <PageBody>
        <People full />
      </PageBody>
      {adding && (
        <AddEmployee
          onAdded={() => void client.invalidateQueries({ queryKey: KEY })}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

const KEY = ["get", "/api/people/employees"] as const;

function People({ full = false }: { full?: boolean }) {
  const { t } = useTranslation("people");
  const { personId } = useParams({ strict: false });
  const { department } = useSearch({ strict: false });
  const columns = usePeopleColumns();
  const query = useInfiniteQuery({
    queryKey: [...KEY, "pages"],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/people/employees", { params: { query: { limit: 100, cursor: pageParam } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (query.isError && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const people = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <DataList
      label={t("title")}
      rows={people.filter((person) => !department || person.department_ids.includes(department))}
      columns={full ? columns : columns.slice(0, 1)}
      rowKey={(person) => person.id}
      rowLabel={(person) => person.name}
      href={(person) => `/people/${person.id}`}
      currentKey={personId}
      loading={query.isPending}
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      loadingMore={query.isFetchingNextPage}
      empty={
        <EmptyState
          icon={<IconUsers size={32} stroke={1.5} />}
          title={t("emptyTitle")}
          text={t("emptyText")}
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
      render: (person) => (
        <span className={classes.name} data-gone={!person.active || undefined}>
          <Face name={person.name} silent size={24} />
          <span>{person.name}</span>
        </span>
      ),
    },
    { key: "job", header: t("jobTitle"), width: "24%", render: (person) => person.job_title },
    {
      key: "department",
      header: t("department"),
      width: "20%",
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
      width: "16%",
      hideBelow: 960,
      render: (person) => person.roles.map((role) => roleNames[role]).join(", "),
    },
    {
      key: "email",
      header: t("email"),
      width: "20%",
      hideBelow: 960,
      render: (person) => <a href={`mailto:${person.email}`}>{person.email}</a>,
    },
  ];
}
