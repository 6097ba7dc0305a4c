import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AlreadyThere } from "@/shared/ui/alike/already-there";
import { api, bodyOf } from "@/shared/api";
import { type Choice, choiceOf, listOf, QuickForm, type QuickValues, wordsOf } from "@/shared/ui";
import { createCompany } from "./create-company";
import { useOwnForm } from "@/shared/ui/own/own-form";
import { type OwnPart, useCreated } from "./use-created";

interface CreateContactProps {
  /** Under which the half-written form is kept. */
  draft?: string;
  onClose: () => void;
}

export default function CreateContact({ draft = "new-contacts", onClose }: CreateContactProps) {
  const { t } = useTranslation(["clients", "common"]);
  const own = useOwnForm("contact");
  const [alike, setAlike] = useState(false);
  const created = useCreated("contact", t("contactCreated"));
  return (
    <QuickForm
      title={t("newContactTitle")}
      verb={alike ? t("common:createAnyway") : t("common:create")}
      draft={draft}
      fields={[
        { name: "name", label: t("name"), required: true },
        { name: "email", label: t("email"), kind: "email", pointer: "/emails" },
        { name: "phone", label: t("phone"), kind: "tel", help: t("phoneHelp"), pointer: "/phones" },
        {
          name: "company",
          label: t("company"),
          kind: "card",
          card: "company",
          newLabel: t("newCompanyTitle"),
          pointer: "/company_id",
        },
        { name: "job_title", label: t("jobTitle") },
      ]}
      note={(values, change) => (
        <>
          <AlreadyThere
            kind="contact"
            onFound={(count) => setAlike(count > 0)}
            draft={{
              name: wordsOf(values, "name") ?? "",
              emails: listOf(values, "email"),
              phones: listOf(values, "phone"),
            }}
          />
          <NewCompany
            choice={choiceOf(values, "company")}
            onTake={(company) => change({ company })}
          />
        </>
      )}
      own={own}
      onSubmit={async (values) => created(await createContact(values, { own: own.values }))}
      onClose={onClose}
    />
  );
}

async function createContact(values: QuickValues, own: OwnPart) {
  const companyId = await companyOf(choiceOf(values, "company"));
  return bodyOf(
    api.POST("/api/crm/contacts", {
      body: {
        name: wordsOf(values, "name") ?? "",
        emails: listOf(values, "email"),
        phones: listOf(values, "phone"),
        handles: [],
        company_id: companyId,
        job_title: wordsOf(values, "job_title"),
        participant_ids: [],
        ...own,
      },
    }),
  );
}

/** Companies that there are already for the name of one that will be made with the contact. */
function NewCompany({ choice, onTake }: { choice: Choice | null; onTake: (one: Choice) => void }) {
  if (!choice || "id" in choice) return null;
  return <AlreadyThere kind="company" draft={{ name: choice.name }} onTake={onTake} />;
}

/** The company's id; a new one is made first, and found by the next try if the contact is refused. */
async function companyOf(choice: Choice | null): Promise<string | undefined> {
  if (!choice) return undefined;
  if ("id" in choice) return choice.id;
  const made =
    madeCompanies.get(choice.name) ??
    (await createCompany({ name: choice.name }, { own_later: true })).id;
  madeCompanies.set(choice.name, made);
  return made;
}

const madeCompanies = new Map<string, string>();
