import { Button } from "@mantine/core";
import { IconPlus, IconUserHeart } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Person, usePerson } from "@/shared/api";
import { type Column, DataList, EmptyState, ErrorState, PageBody } from "@/shared/ui";
import { ClientAccess } from "./client-access";
import { GiveAccount } from "./give-account";
import { PeopleHeader } from "./people-header";
import { PersonName } from "./person-name";
import { useClients } from "./queries";

/** The clients who may sign in to see their deals; each leads to his card. */
export function ClientsPage() {
  const { t } = useTranslation("people");
  const owner = usePerson().roles.includes("owner");
  const [giving, setGiving] = useState(false);
  const query = useClients();
  const columns = useClientColumns(owner);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const give = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setGiving(true)}>
      {t("giveAccount")}
    </Button>
  );
  return (
    <>
      <PeopleHeader actions={owner && rows.length > 0 && give} />
      <PageBody>
        {query.isError && !query.data ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <DataList
            label={t("tabClients")}
            rows={rows}
            columns={columns}
            rowKey={(person) => person.id}
            rowLabel={(person) => person.name}
            href={(person) => `/contacts/${person.contact_id ?? ""}`}
            loading={query.isPending}
            onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            loadingMore={query.isFetchingNextPage}
            empty={
              <EmptyState
                icon={<IconUserHeart size={32} stroke={1.5} />}
                title={t("noClients")}
                text={owner ? t("noClientsText") : t("noClientsAsk")}
                action={owner && give}
              />
            }
          />
        )}
      </PageBody>
      {giving && (
        <GiveAccount
          taken={rows.flatMap((one) => one.contact_id ?? [])}
          onClose={() => setGiving(false)}
        />
      )}
    </>
  );
}

function useClientColumns(owner: boolean): Column<Person>[] {
  const { t } = useTranslation("people");
  const columns: Column<Person>[] = [
    { key: "name", header: t("name"), render: (person) => <PersonName person={person} /> },
    {
      key: "email",
      header: t("email"),
      width: "32%",
      phone: "note",
      render: (person) => <a href={`mailto:${person.email}`}>{person.email}</a>,
    },
  ];
  if (!owner) return columns;
  const invite: Column<Person> = {
    key: "invite",
    header: t("access"),
    width: "300px",
    phone: "end",
    render: (person) => <ClientAccess person={person} />,
  };
  return [...columns, invite];
}
