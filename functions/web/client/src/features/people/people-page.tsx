import { Button } from "@mantine/core";
import { IconPlus, IconTableImport } from "@tabler/icons-react";
import { Outlet, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { PageBody, Split } from "@/shared/ui";
import { AddEmployee } from "./add-employee";
import { PeopleFilters } from "./people-filters";
import { PeopleHeader } from "./people-header";
import { PeopleList } from "./people-list";
import { usePeopleChanged } from "./queries";

const ImportDialog = lazy(() => import("./importing/import-dialog"));

/** The directory: colleagues by name, and the one who is open beside them. */
export function PeoplePage() {
  const { personId } = useParams({ strict: false });
  return <Split full={<Directory />} beside={<PeopleList />} side={personId ? <Outlet /> : null} />;
}

function Directory() {
  const { t } = useTranslation("people");
  const owner = usePerson().roles.includes("owner");
  const changed = usePeopleChanged();
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  return (
    <>
      <PeopleHeader
        actions={
          owner && (
            <>
              <Button
                variant="default"
                leftSection={<IconTableImport size={16} />}
                onClick={() => setImporting(true)}
              >
                {t("import")}
              </Button>
              <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
                {t("add")}
              </Button>
            </>
          )
        }
      >
        <PeopleFilters />
      </PeopleHeader>
      <PageBody>
        <PeopleList full />
      </PageBody>
      {adding && <AddEmployee onAdded={() => void changed()} onClose={() => setAdding(false)} />}
      <Suspense>{importing && <ImportDialog onClose={() => setImporting(false)} />}</Suspense>
    </>
  );
}
