import { useTranslation } from "react-i18next";
import { $api, type Schemas, useColleagues } from "@/shared/api";

/** Who reads a mailbox, by name. */
export function useReaders(mailbox: Schemas["MailboxView"]): string {
  const { t } = useTranslation("mail");
  const departments = $api.useQuery("get", "/api/people/departments").data?.items ?? [];
  const people = useColleagues();
  if (mailbox.kind === "personal") {
    const person = people.find(({ id }) => id === mailbox.person_id);
    return person ? t("mailboxOf", { name: person.name }) : "";
  }
  return [
    ...departments.filter(({ id }) => mailbox.department_ids.includes(id)),
    ...people.filter(({ id }) => mailbox.person_ids.includes(id)),
  ]
    .map(({ name }) => name)
    .join(", ");
}
