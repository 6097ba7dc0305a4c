import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Person, type Schemas, useColleagues, usePerson } from "@/shared/api";
import { zoneChoices, zoneLabel } from "@/shared/i18n";
import { FactField } from "@/shared/ui";
import { choiceEditor, textEditor } from "@/shared/ui/fact-editors";
import { useDepartments } from "./departments";
import { isSameSet, severalEditor } from "./editors";
import { heirOf } from "./leaving/work";
import classes from "./people.module.css";
import { useAddressTaken } from "./refusals";
import { STAFF_ROLES, useRoleNames } from "./roles";

interface PersonFactsProps {
  person: Person;
  save: (body: Schemas["EmployeePatch"]) => Promise<unknown>;
}

/** An owner changes all of them, everybody some of his own; the rest is read. */
export function PersonFacts({ person, save }: PersonFactsProps) {
  const { t, i18n } = useTranslation("people");
  const me = usePerson();
  const owner = me.roles.includes("owner");
  const byOwner = owner ? textEditor : undefined;
  const zones = useMemo(
    () => zoneChoices(i18n.language, person.time_zone),
    [i18n.language, person.time_zone],
  );
  const mine = owner || me.id === person.id;
  return (
    <div className={classes.facts}>
      <FactField
        label={t("name")}
        value={person.name}
        display={person.name}
        editor={byOwner}
        onSave={(name) => save({ name })}
      />
      <FactField
        label={t("jobTitle")}
        value={person.job_title ?? ""}
        display={person.job_title}
        editor={owner || me.roles.includes("hr") ? textEditor : undefined}
        onSave={(title) => save({ job_title: title.trim() || null })}
      />
      <Email person={person} save={save} />
      <FactField
        label={t("phone")}
        value={person.phone ?? ""}
        display={person.phone}
        editor={mine ? textEditor : undefined}
        onSave={(phone) => save({ phone: phone.trim() || null })}
      />
      <Departments person={person} save={save} />
      <Manager person={person} save={save} />
      <Roles person={person} save={save} />
      <FactField<string | null>
        label={t("zone")}
        value={person.time_zone}
        display={zoneLabel(i18n.language, person.time_zone)}
        editor={mine ? choiceEditor(zones, false) : undefined}
        onSave={(zone) => save({ time_zone: zone ?? person.time_zone })}
      />
    </div>
  );
}

function Email({ person, save }: PersonFactsProps) {
  const { t } = useTranslation("people");
  const owner = usePerson().roles.includes("owner");
  const sayTaken = useAddressTaken();
  return (
    <FactField
      label={t("email")}
      value={person.email}
      display={person.email}
      editor={owner ? textEditor : undefined}
      onSave={(email) => sayTaken(() => save({ email }))}
    />
  );
}

function Departments({ person, save }: PersonFactsProps) {
  const { t } = useTranslation("people");
  const owner = usePerson().roles.includes("owner");
  const departments = useDepartments();
  const names = (ids: readonly string[]) =>
    departments
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(", ");
  const options = departments.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <FactField<readonly string[]>
        label={t("department")}
        value={person.department_ids}
        display={names(person.department_ids)}
        editor={owner ? severalEditor(options) : undefined}
        isSame={isSameSet}
        onSave={(ids) => save({ department_ids: [...ids] })}
      />
      {person.headed_department_ids.length > 0 && (
        <FactField label={t("heads")} value="" display={names(person.headed_department_ids)} />
      )}
    </>
  );
}

/** Who leads a person: the one named, else the head of the department. */
function Manager({ person, save }: PersonFactsProps) {
  const { t } = useTranslation("people");
  const { roles } = usePerson();
  const colleagues = useColleagues();
  const departments = useDepartments();
  const named = colleagues.find(({ id }) => id === person.manager_id);
  const headId = heirOf(person, departments, colleagues);
  const shown = named ?? colleagues.find(({ id }) => id === headId);
  const options = colleagues
    .filter(({ id }) => id !== person.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  const may = roles.includes("owner") || roles.includes("hr");
  return (
    <FactField<string | null>
      label={t("manager")}
      value={person.manager_id}
      display={shown?.name}
      editor={may ? choiceEditor(options, true) : undefined}
      onSave={(manager_id) => save({ manager_id })}
    />
  );
}

function Roles({ person, save }: PersonFactsProps) {
  const { t } = useTranslation("people");
  const owner = usePerson().roles.includes("owner");
  const roleNames = useRoleNames();
  const options = STAFF_ROLES.map((role) => ({ value: role, label: roleNames[role] }));
  return (
    <FactField<readonly string[]>
      label={t("roles")}
      value={person.roles}
      display={person.roles.map((role) => roleNames[role]).join(", ")}
      editor={owner ? severalEditor(options) : undefined}
      isSame={isSameSet}
      onSave={(roles) => save({ roles: [...roles] as Person["roles"] })}
    />
  );
}
