import { Button } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconArrowLeft, IconMail, IconPhone } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, type Person, type Schemas, session, usePerson } from "@/shared/api";
import { ErrorState, Face, PageBody, RowSkeletons } from "@/shared/ui";
import { OwnerAbsence } from "@/shared/ui/absences/owner-absence";
import classes from "./people.module.css";
import { PersonActions } from "./person-actions";
import { PersonFacts } from "./person-facts";
import { Standing } from "./person-name";
import { usePeopleChanged } from "./queries";

const PersonSecurity = lazy(() => import("./security/person-security"));

export function PersonPage() {
  const { personId = "" } = useParams({ strict: false });
  const query = $api.useQuery("get", "/api/people/employees/{person_id}", {
    params: { path: { person_id: personId } },
  });
  if (query.isPending) return <RowSkeletons />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <PersonView key={query.data.id} person={query.data} />;
}

function PersonView({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  useDocumentTitle(person.name);
  const owner = usePerson().roles.includes("owner");
  const save = useSave(person);
  return (
    <PageBody narrow>
      <Link to="/people" search={(before: object) => before} className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {t("title")}
      </Link>
      <header className={classes.head}>
        <Face name={person.name} silent size={56} />
        <div className={classes.heading}>
          <h1 className={classes.title}>{person.name}</h1>
          <p className={classes.sub}>
            {person.job_title} <Standing person={person} />
          </p>
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
        {owner && <PersonActions person={person} save={save} />}
      </div>
      <div className={classes.away}>
        <OwnerAbsence personId={person.id} />
      </div>
      {!person.active && <p className={classes.explained}>{t("gone")}</p>}
      {person.active && person.invited && <p className={classes.explained}>{t("invitedText")}</p>}
      <PersonFacts person={person} save={save} />
      {owner && (
        <Suspense>
          <PersonSecurity person={person} />
        </Suspense>
      )}
    </PageBody>
  );
}

function useSave(person: Person) {
  const me = usePerson();
  const changed = usePeopleChanged();
  return async (body: Schemas["EmployeePatch"]) => {
    const saved = await bodyOf(
      api.PATCH("/api/people/employees/{person_id}", {
        params: { path: { person_id: person.id } },
        body,
      }),
    );
    if (saved.id === me.id) session.update(saved);
    await changed();
  };
}
