import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { Section } from "../section";
import { ExportList } from "./export-list";
import { Policy } from "./policy";

/** Tables that were exported: one's own with their files, and the record of one's people's. */
export default function Exports() {
  const { t } = useTranslation("exporting");
  const { roles } = usePerson();
  const heads = roles.includes("owner") || roles.includes("head");
  return (
    <>
      <Section title={t("mine")} text={t("exportsText")}>
        <ExportList whose="mine" />
      </Section>
      {heads && (
        <Section title={t("team")} text={t("teamText")}>
          <ExportList whose="team" />
        </Section>
      )}
      {roles.includes("owner") && <Policy />}
    </>
  );
}
