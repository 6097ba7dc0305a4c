import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { PageHeader } from "@/shared/ui";
import classes from "./people.module.css";

interface PeopleHeaderProps {
  actions?: ReactNode;
  /** What narrows the list. */
  children?: ReactNode;
}

/** The title of all pages about people, and the ways between them. */
export function PeopleHeader({ actions, children }: PeopleHeaderProps) {
  const { t } = useTranslation("people");
  const { roles } = usePerson();
  const seesClients = roles.includes("owner") || roles.includes("head");
  return (
    <PageHeader title={t("title")} actions={actions}>
      <nav className={classes.tabs} aria-label={t("title")}>
        <Tab to="/people" label={t("tabColleagues")} />
        <Tab to="/people/departments" label={t("tabDepartments")} />
        {seesClients && <Tab to="/people/clients" label={t("tabClients")} />}
      </nav>
      {children}
    </PageHeader>
  );
}

function Tab({ to, label }: { to: string; label: string }) {
  return (
    <Link to={to} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
      {label}
    </Link>
  );
}
