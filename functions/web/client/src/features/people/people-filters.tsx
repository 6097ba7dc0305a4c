import { Select, Switch, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useDepartments } from "./departments";
import type { PeopleFilter } from "./people-filter";
import classes from "./people.module.css";

/** By name, by department, and whether those who left are among them; all of it is in the address. */
export function PeopleFilters() {
  const { t } = useTranslation("people");
  const departments = useDepartments();
  const filter: PeopleFilter = useSearch({ strict: false });
  const navigate = useNavigate();
  const narrow = (part: PeopleFilter) =>
    void navigate({ to: "/people", search: { ...filter, ...part }, replace: true });
  return (
    <>
      <TextInput
        className={classes.search}
        size="xs"
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.q ?? ""}
        onChange={(event) => narrow({ q: event.currentTarget.value || undefined })}
      />
      <Select
        size="xs"
        aria-label={t("department")}
        placeholder={t("allDepartments")}
        clearable
        data={departments.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.department ?? null}
        onChange={(value) => narrow({ department: value ?? undefined })}
      />
      <Switch
        size="xs"
        label={t("showGone")}
        checked={filter.gone ?? false}
        onChange={(event) => narrow({ gone: event.currentTarget.checked || undefined })}
      />
    </>
  );
}
