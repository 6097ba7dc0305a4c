import { useTranslation } from "react-i18next";
import { PageBody, PageHeader } from "@/shared/ui";
import { Mailboxes } from "./mailboxes/mailboxes";
import { Mine } from "./mine";
import { Pipelines } from "./pipelines";
import { RolesSection } from "./roles-section";

export function SettingsPage() {
  const { t } = useTranslation("settings");
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody narrow>
        <Mine />
        <Pipelines />
        <Mailboxes />
        <RolesSection />
      </PageBody>
    </>
  );
}
