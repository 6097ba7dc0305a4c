import { useTranslation } from "react-i18next";
import { $api, api, usePerson } from "@/shared/api";
import { type QuickField, type QuickValues, wordsOf } from "@/shared/ui";
import { Creating } from "./creating";
import { Section } from "./section";
import classes from "./settings.module.css";

/** The company's own addresses; owners add one. */
export function Mailboxes() {
  const { t } = useTranslation("settings");
  const owner = usePerson().roles.includes("owner");
  const mailboxes = $api.useQuery("get", "/api/communications/mailboxes").data?.items;
  const departments = $api.useQuery("get", "/api/people/departments").data?.items ?? [];
  const fields: QuickField[] = [
    { name: "address", label: t("address"), kind: "email", required: true },
    { name: "name", label: t("mailboxName"), help: t("mailboxNameHelp"), required: true },
    {
      name: "department_id",
      label: t("department"),
      help: t("departmentHelp"),
      kind: "one",
      required: true,
      options: departments.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  const save = (values: QuickValues) =>
    api.POST("/api/communications/mailboxes", {
      body: {
        address: wordsOf(values, "address") ?? "",
        name: wordsOf(values, "name") ?? "",
        department_id: wordsOf(values, "department_id") ?? "",
      },
    });
  const department = (id: string | null) => departments.find((one) => one.id === id)?.name;
  return (
    <Section
      title={t("mailboxes")}
      text={t("mailboxesText")}
      action={
        owner && (
          <Creating
            verb={t("newMailbox")}
            name="mailbox"
            {...{ fields, save }}
            path="/api/communications/mailboxes"
          />
        )
      }
    >
      <ul className={classes.mailboxes}>
        {mailboxes?.map((mailbox) => (
          <li key={mailbox.id}>
            <span className={classes.name}>{mailbox.address}</span>
            <span className={classes.text}>
              {[mailbox.name, department(mailbox.department_id)].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {mailboxes?.length === 0 && <p className={classes.text}>{t("noMailboxes")}</p>}
    </Section>
  );
}
