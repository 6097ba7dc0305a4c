import { Button } from "@mantine/core";
import { IconArrowLeft, IconMail, IconPhone } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Person, type Schemas, session, usePerson } from "@/shared/api";
import { ErrorState, Face, FactField, PageBody, RowSkeletons } from "@/shared/ui";
import { textEditor } from "@/shared/ui/fact-editors";
import { useDepartments } from "./departments";
import classes from "./people.module.css";
import { useRoleNames } from "./roles";

export function PersonPage() {
  const { personId = "" } = useParams({ strict: false });
  const query = $api.useQuery("get", "/api/people/employees/{person_id}", {
    params: { path: { person_id: personId } },
  });
  if (query.isPending) return <RowSkeletons />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <PersonView person={query.data} />;
}

function PersonView({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  const me = usePerson();
  const owner = me.roles.includes("owner");
  const departments = useDepartments();
  const roleNames = useRoleNames();
  const save = useSave(person);
  const editable = owner ? textEditor : undefined;
  const mine = owner || me.id === person.id ? textEditor : undefined;
  const names = (ids: readonly string[]) =>
    departments
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(", ");
  return (
    <PageBody narrow>
      <Link to="/people" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {t("title")}
      </Link>
      <header className={classes.head}>
        <Face name={person.name} silent size={56} />
        <div>
          <h1 className={classes.title}>{person.name}</h1>
          <p className={classes.sub}>{person.active ? person.job_title : t("gone")}</p>
        </div>
      </header>
      <div className={classes.reach}>
        <Button
          component="a"
          href={`mailto:${person.email}`}
          variant="default"
          leftSection={<IconMail size={16} />}
        >
          {t("write")}
        </Button>
        {person.phone && (
          <Button
            component="a"
            href={`tel:${person.phone}`}
            variant="default"
            leftSection={<IconPhone size={16} />}
          >
            {t("call")}
          </Button>
        )}
      </div>
      <div className={classes.facts}>
        <FactField
          label={t("name")}
          value={person.name}
          display={person.name}
          editor={editable}
          onSave={(name) => save({ name })}
        />
        <FactField
          label={t("jobTitle")}
          value={person.job_title ?? ""}
          display={person.job_title}
          editor={editable}
          onSave={(title) => save({ job_title: title || null })}
        />
        <FactField
          label={t("phone")}
          value={person.phone ?? ""}
          display={person.phone}
          editor={mine}
          onSave={(phone) => save({ phone: phone || null })}
        />
        <FactField label={t("email")} value={person.email} display={person.email} />
        <FactField label={t("department")} value="" display={names(person.department_ids)} />
        {person.headed_department_ids.length > 0 && (
          <FactField label={t("heads")} value="" display={names(person.headed_department_ids)} />
        )}
        <FactField
          label={t("roles")}
          value=""
          display={person.roles.map((role) => roleNames[role]).join(", ")}
        />
        <FactField label={t("zone")} value="" display={person.time_zone} />
      </div>
    </PageBody>
  );
}

function useSave(person: Person) {
  const me = usePerson();
  const client = useQueryClient();
  return async (body: Schemas["EmployeePatch"]) => {
    const saved = await bodyOf(
      api.PATCH("/api/people/employees/{person_id}", {
        params: { path: { person_id: person.id } },
        body,
      }),
    );
    if (saved.id === me.id) session.update(saved);
    await client.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).startsWith("/api/people/employees"),
    });
  };
}
