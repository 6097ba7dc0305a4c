import { useTranslation } from "react-i18next";
import { $api } from "@/shared/api";
import { ErrorState, RowSkeletons } from "@/shared/ui";
import { NoteLines } from "@/shared/ui/security/lines";
import { Section } from "../section";

/** What touched one's way in: nothing of it happens in secret. */
export function Notes() {
  const { t } = useTranslation("settings");
  const query = $api.useQuery("get", "/api/people/security-notes", {
    params: { query: { limit: 20 } },
  });
  return (
    <Section title={t("notes")} text={t("notesText")}>
      {query.isPending && <RowSkeletons />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data?.items.length === 0 && <p>{t("noNotes")}</p>}
      <NoteLines notes={query.data?.items ?? []} />
    </Section>
  );
}
