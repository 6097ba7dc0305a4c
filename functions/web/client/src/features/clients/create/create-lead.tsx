import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AlreadyThere } from "@/shared/ui/alike/already-there";
import { api, bodyOf } from "@/shared/api";
import { listOf, QuickForm, type QuickValues, wordsOf } from "@/shared/ui";
import { useOwnForm } from "@/shared/ui/own/own-form";
import { type OwnPart, useCreated } from "./use-created";

export default function CreateLead({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["clients", "common"]);
  const own = useOwnForm("lead");
  const [alike, setAlike] = useState(false);
  const created = useCreated("lead", t("leadCreated"));
  return (
    <QuickForm
      title={t("newLeadTitle")}
      verb={alike ? t("common:createAnyway") : t("common:create")}
      draft="new-leads"
      fields={[
        { name: "title", label: t("leadTitle"), help: t("leadTitleHelp"), required: true },
        { name: "name", label: t("who") },
        { name: "email", label: t("email"), kind: "email", pointer: "/emails" },
        { name: "phone", label: t("phone"), kind: "tel", help: t("phoneHelp"), pointer: "/phones" },
        { name: "source", label: t("source"), help: t("sourceHelp") },
      ]}
      note={(values) => (
        <AlreadyThere
          kind="lead"
          onFound={(count) => setAlike(count > 0)}
          draft={{
            name: wordsOf(values, "name") ?? "",
            emails: listOf(values, "email"),
            phones: listOf(values, "phone"),
          }}
        />
      )}
      own={own}
      onSubmit={async (values) => created(await createLead(values, { own: own.values }))}
      onClose={onClose}
    />
  );
}

function createLead(values: QuickValues, own: OwnPart) {
  return bodyOf(
    api.POST("/api/crm/leads", {
      body: {
        title: wordsOf(values, "title") ?? "",
        name: wordsOf(values, "name"),
        emails: listOf(values, "email"),
        phones: listOf(values, "phone"),
        source: wordsOf(values, "source"),
        status: "new",
        participant_ids: [],
        ...own,
      },
    }),
  );
}
