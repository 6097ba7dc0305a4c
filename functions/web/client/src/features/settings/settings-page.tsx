import { Select } from "@mantine/core";
import { IconSettings } from "@tabler/icons-react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { EmptyState, PageBody, PageHeader, RowSkeletons } from "@/shared/ui";
import { NAMESPACES, SECTIONS } from "./sections";
import classes from "./sections.module.css";

/** The sections at the left, or in a list on a phone; the chosen one stands in the address. */
export function SettingsPage() {
  const { t } = useTranslation(NAMESPACES);
  const { section = SECTIONS[0]?.id } = useParams({ strict: false });
  const chosen = useSections().find(({ id }) => id === section);
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody>
        <div className={classes.columns}>
          <Choice section={section} />
          <div className={classes.content}>
            <Suspense fallback={<RowSkeletons />}>
              {chosen ? (
                <chosen.Content />
              ) : (
                <EmptyState icon={<IconSettings size={32} stroke={1.5} />} title={t("noSection")} />
              )}
            </Suspense>
          </div>
        </div>
      </PageBody>
    </>
  );
}

/** Those that the person may open. */
function useSections() {
  const owner = usePerson().roles.includes("owner");
  return SECTIONS.filter(({ owners }) => owner || !owners);
}

function Choice({ section }: { section: string | undefined }) {
  const { t } = useTranslation(NAMESPACES);
  const navigate = useNavigate();
  const sections = useSections();
  return (
    <>
      <nav className={classes.list} aria-label={t("title")}>
        {sections.map(({ id, label }) => (
          <Link
            key={id}
            to="/settings/$section"
            params={{ section: id }}
            className={classes.link}
            aria-current={id === section ? "page" : undefined}
          >
            {t(label)}
          </Link>
        ))}
      </nav>
      <Select
        className={classes.select}
        aria-label={t("sections")}
        allowDeselect={false}
        data={sections.map(({ id, label }) => ({ value: id, label: t(label) }))}
        value={section ?? null}
        onChange={(id) =>
          id && void navigate({ to: "/settings/$section", params: { section: id } })
        }
      />
    </>
  );
}
