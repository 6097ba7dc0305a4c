import { useTranslation } from "react-i18next";
import { api, bodyOf, type Person, usePerson } from "@/shared/api";
import { listOf, QuickForm, type QuickValues, useToasts, wordsOf } from "@/shared/ui";
import { useDepartments } from "./departments";
import { useAddressTaken } from "./refusals";
import { STAFF_ROLES, useRoleNames } from "./roles";

/** For owners: an account for a new colleague, who is sent a letter to set his password. */
export function AddEmployee({ onAdded, onClose }: { onAdded: () => void; onClose: () => void }) {
  const { t } = useTranslation("people");
  const toasts = useToasts();
  const me = usePerson();
  const departments = useDepartments();
  const roleNames = useRoleNames();
  const sayTaken = useAddressTaken();
  const add = async (values: QuickValues) => {
    const email = wordsOf(values, "email") ?? "";
    const body = {
      name: wordsOf(values, "name") ?? "",
      email,
      job_title: wordsOf(values, "job_title"),
      phone: wordsOf(values, "phone"),
      department_ids: listOf(values, "department_ids"),
      roles: listOf(values, "roles") as Person["roles"],
      language: me.language,
      time_zone: me.time_zone,
    };
    await sayTaken(() => bodyOf(api.POST("/api/people/employees", { body })));
    toasts.done(t("added", { email }));
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
        { name: "email", label: t("email"), help: t("emailHelp"), kind: "email", required: true },
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
      ]}
    />
  );
}
