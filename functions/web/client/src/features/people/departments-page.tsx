import { Button } from "@mantine/core";
import { IconPlus, IconSitemap } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas, useColleagues, usePerson } from "@/shared/api";
import { EmptyState, ErrorState, FactField, PageBody, QuickForm, RowSkeletons } from "@/shared/ui";
import { useToasts, wordsOf } from "@/shared/ui";
import { choiceEditor, textEditor } from "@/shared/ui/fact-editors";
import { useDepartmentList } from "./departments";
import { PeopleHeader } from "./people-header";
import classes from "./people.module.css";
import { usePeopleChanged } from "./queries";

type Department = Schemas["DepartmentView"];

/** The departments, who leads each, and how many work there. */
export function DepartmentsPage() {
  const { t } = useTranslation("people");
  const owner = usePerson().roles.includes("owner");
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
      <PeopleHeader actions={owner && items.length > 0 && add} />
      <PageBody narrow>
        {query.isPending ? (
          <RowSkeletons count={4} height={64} />
        ) : query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : items.length === 0 ? (
          <EmptyState
            icon={<IconSitemap size={32} stroke={1.5} />}
            title={t("noDepartments")}
            text={t("noDepartmentsText")}
            action={owner && add}
          />
        ) : (
          <ul className={classes.cards}>
            {items.map((department) => (
              <DepartmentCard key={department.id} department={department} owner={owner} />
            ))}
          </ul>
        )}
      </PageBody>
      {adding && <AddDepartment onClose={() => setAdding(false)} />}
    </>
  );
}

function DepartmentCard({ department, owner }: { department: Department; owner: boolean }) {
  const { t } = useTranslation("people");
  const changed = usePeopleChanged();
  const colleagues = useColleagues();
  const count = colleagues.filter((one) => one.department_ids.includes(department.id)).length;
  const head = colleagues.find((one) => one.id === department.head_id);
  const options = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  const save = async (body: Schemas["DepartmentPatch"]) => {
    const path = { department_id: department.id };
    await bodyOf(api.PATCH("/api/people/departments/{department_id}", { params: { path }, body }));
    await changed();
  };
  return (
    <li className={classes.card}>
      <FactField
        label={t("departmentName")}
        value={department.name}
        display={<strong>{department.name}</strong>}
        editor={owner ? textEditor : undefined}
        onSave={(name) => save({ name })}
      />
      <FactField
        label={t("departmentHead")}
        value={department.head_id}
        display={head?.name}
        editor={owner ? choiceEditor(options, true) : undefined}
        onSave={(head_id) => save({ head_id })}
      />
      <Link className={classes.count} to="/people" search={{ department: department.id }}>
        {t("colleagues", { count })}
      </Link>
    </li>
  );
}

function AddDepartment({ onClose }: { onClose: () => void }) {
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
          name: "head_id",
          label: t("departmentHead"),
          kind: "one",
          options: colleagues.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      onSubmit={async (values) => {
        const body = { name: wordsOf(values, "name") ?? "", head_id: wordsOf(values, "head_id") };
        await bodyOf(api.POST("/api/people/departments", { body }));
        toasts.done(t("departmentAdded"));
        await changed();
      }}
      onClose={onClose}
    />
  );
}
