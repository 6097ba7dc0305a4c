import { Button } from "@mantine/core";
import { IconPlus, IconSitemap } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas, useColleagues, usePerson } from "@/shared/api";
import { EmptyState, ErrorState, PageBody, QuickForm, RowSkeletons } from "@/shared/ui";
import { useToasts, wordsOf } from "@/shared/ui";
import { Chart } from "./chart/chart";
import { useDepartmentList } from "./departments";
import { PeopleHeader } from "./people-header";
import { usePeopleChanged } from "./queries";

type Department = Schemas["DepartmentView"];

/** The departments, who leads each, and how many work there. */
export function DepartmentsPage() {
  const { t } = useTranslation("people");
  const { roles } = usePerson();
  const owner = roles.includes("owner");
  const mayMove = owner || roles.includes("hr");
  const query = useDepartmentList();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t("addDepartment")}
    </Button>
  );
  const items = query.data?.items ?? [];
  return (
    <>
      <PeopleHeader actions={mayMove && items.length > 0 && add} />
      <PageBody>
        {query.isPending ? (
          <RowSkeletons count={4} height={64} />
        ) : query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : items.length === 0 ? (
          <EmptyState
            icon={<IconSitemap size={32} stroke={1.5} />}
            title={t("noDepartments")}
            text={t("noDepartmentsText")}
            action={mayMove && add}
          />
        ) : (
          <Chart departments={items} mayMove={mayMove} mayAppoint={owner} />
        )}
      </PageBody>
      {adding && (
        <AddDepartment departments={items} mayAppoint={owner} onClose={() => setAdding(false)} />
      )}
    </>
  );
}

interface AddDepartmentProps {
  departments: readonly Department[];
  mayAppoint: boolean;
  onClose: () => void;
}

function AddDepartment({ departments, mayAppoint, onClose }: AddDepartmentProps) {
  const { t } = useTranslation("people");
  const toasts = useToasts();
  const changed = usePeopleChanged();
  const colleagues = useColleagues();
  return (
    <QuickForm
      title={t("addDepartment")}
      verb={t("addVerb")}
      draft="new-department"
      fields={[
        { name: "name", label: t("departmentName"), required: true },
        {
          name: "parent_id",
          label: t("belongsTo"),
          kind: "one" as const,
          options: departments.map(({ id, name }) => ({ value: id, label: name })),
        },
        ...(mayAppoint
          ? [
              {
                name: "head_id",
                label: t("departmentHead"),
                kind: "one" as const,
                options: colleagues.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
      ]}
      onSubmit={async (values) => {
        const body = {
          name: wordsOf(values, "name") ?? "",
          head_id: wordsOf(values, "head_id"),
          parent_id: wordsOf(values, "parent_id"),
        };
        await bodyOf(api.POST("/api/people/departments", { body }));
        toasts.done(t("departmentAdded"));
        await changed();
      }}
      onClose={onClose}
    />
  );
}
