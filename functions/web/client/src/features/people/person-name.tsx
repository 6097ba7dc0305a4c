import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Person } from "@/shared/api";
import { PersonFace } from "@/shared/ui/absences/person-face";
import classes from "./people.module.css";

/** A person in a list: a name, and whether he is in yet, or no more. */
export function PersonName({ person }: { person: Person }) {
  return (
    <span className={classes.name} data-gone={!person.active || undefined}>
      <PersonFace id={person.id} name={person.name} silent size={24} />
      <span className={classes.words} title={person.name}>
        {person.name}
      </span>
      <Standing person={person} />
    </span>
  );
}

/** Said only where it is not as usual. */
export function Standing({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  if (!person.active)
    return (
      <Badge className={classes.badge} variant="light" color="gray" size="sm">
        {t("closed")}
      </Badge>
    );
  if (!person.invited) return null;
  return (
    <Badge className={classes.badge} variant="light" size="sm">
      {t("invited")}
    </Badge>
  );
}
