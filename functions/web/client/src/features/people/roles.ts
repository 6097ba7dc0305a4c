import { useTranslation } from "react-i18next";
import type { Person } from "@/shared/api";

type Role = Person["roles"][number];

/** Roles that an employee may have. */
export const STAFF_ROLES = [
  "employee",
  "head",
  "hr",
  "accountant",
  "owner",
] as const satisfies Role[];

export function useRoleNames(): Record<Role, string> {
  const { t } = useTranslation("people");
  return {
    owner: t("role_owner"),
    head: t("role_head"),
    employee: t("role_employee"),
    hr: t("role_hr"),
    accountant: t("role_accountant"),
    client: t("role_client"),
    partner: t("role_partner"),
  };
}
