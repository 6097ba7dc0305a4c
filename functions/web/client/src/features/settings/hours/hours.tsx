import { useTranslation } from "react-i18next";
import { $api, usePerson } from "@/shared/api";
import { ErrorState, RowSkeletons } from "@/shared/ui";
import { Section } from "../section";
import { HoursForm } from "./hours-form";
import { HoursText } from "./hours-text";

/** When the company works: answers and next steps are waited for by these hours. */
export default function Hours() {
  const { t } = useTranslation("hours");
  const owner = usePerson().roles.includes("owner");
  const query = $api.useQuery("get", "/api/crm/working-hours");
  return (
    <Section title={t("title")} text={t(owner ? "text" : "textOfAll")}>
      {query.isPending && <RowSkeletons count={3} />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && (owner ? <HoursForm kept={query.data} /> : <HoursText hours={query.data} />)}
    </Section>
  );
}
