import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { Section } from "./section";
import classes from "./settings.module.css";

const ROLES = ["owner", "head", "employee", "hr", "accountant", "client", "partner"] as const;

/** Who may what, in words. */
export function RolesSection() {
  const { t } = useTranslation("settings");
  const mine = usePerson().roles;
  return (
    <Section title={t("roles")} text={t("rolesText")}>
      <dl className={classes.roles}>
        {ROLES.map((role) => (
          <div key={role}>
            <dt>
              {t(`role_${role}`)}
              {mine.includes(role) && <span className={classes.mine}>{t("roleMine")}</span>}
            </dt>
            <dd>{t(`may_${role}`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
