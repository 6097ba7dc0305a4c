import { useTranslation } from "react-i18next";
import { api, bodyOf, type Person, usePerson } from "@/shared/api";
import { listOf, QuickForm, type QuickValues, useToasts, wordsOf } from "@/shared/ui";
import { useDepartments } from "./departments";
import { STAFF_ROLES, useRoleNames } from "./roles";

/** For owners: an account for a new colleague. */
export function AddEmployee({ onAdded, onClose }: { onAdded: () => void; onClose: () => void }) {
  const { t } = useTranslation("people");
  const toasts = useToasts();
  const me = usePerson();
  const departments = useDepartments();
  const roleNames = useRoleNames();
  const add = async (values: QuickValues) => {
    await bodyOf(
      api.POST("/api/people/employees", {
        body: {
          name: wordsOf(values, "name") ?? "",
          email: wordsOf(values, "email") ?? "",
          job_title: wordsOf(values, "job_title"),
          phone: wordsOf(values, "phone"),
          department_ids: listOf(values, "department_ids"),
          roles: listOf(values, "roles") as Person["roles"],
          password: wordsOf(values, "password"),
          language: me.language,
          time_zone: me.time_zone,
        },
      }),
    );
    toasts.done(t("added"));
    onAdded();
  };
  return (
    <QuickForm
      title={t("add")}
      verb={t("addVerb")}
      draft="new-employee"
      initial={{ roles: ["employee"] }}
      onSubmit={add}
      onClose={onClose}
      fields={[
        { name: "name", label: t("name"), required: true },
        { name: "email", label: t("email"), kind: "email", required: true },
        { name: "job_title", label: t("jobTitle") },
        { name: "phone", label: t("phone"), kind: "tel" },
        {
          name: "department_ids",
          label: t("department"),
          kind: "several",
          options: departments.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          name: "roles",
          label: t("roles"),
          kind: "several",
          required: true,
          options: STAFF_ROLES.map((role) => ({ value: role, label: roleNames[role] })),
        },
        {
          name: "password",
          label: t("password"),
          help: t("passwordHelp"),
          kind: "password",
          required: true,
        },
      ]}
    />
  );
}
