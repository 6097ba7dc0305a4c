import { Button, SegmentedControl } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState, ErrorState, PageBody, PageHeader, RowSkeletons } from "@/shared/ui";
import { type Compared, MOST_COUNTED, useDuplicateCounts } from "@/shared/ui/merging/queries";
import classes from "./duplicates.module.css";
import { GroupPanel } from "./group-panel";
import { joined } from "./groups";
import { useGroups } from "./queries";

const KINDS = ["contact", "company", "lead"] as const satisfies readonly Compared[];

/** Cards that seem to be one, as far as the reader sees each of them. */
export function DuplicatesPage() {
  const { t } = useTranslation("duplicates");
  const { kind = "contact" } = useSearch({ from: "/staff/duplicates" });
  const navigate = useNavigate();
  const { data: counts } = useDuplicateCounts();
  const label = (one: Compared) => {
    const count = counts?.[one];
    if (count === undefined) return t(one);
    return `${t(one)} · ${count < MOST_COUNTED ? count : `${MOST_COUNTED - 1}+`}`;
  };
  return (
    <>
      <PageHeader title={t("title")}>
        <SegmentedControl
          className={classes.kinds}
          aria-label={t("kinds")}
          data={KINDS.map((one) => ({ value: one, label: label(one) }))}
          value={kind}
          onChange={(one) => void navigate({ to: ".", search: { kind: one }, replace: true })}
        />
        <p className={classes.intro}>{t("intro")}</p>
      </PageHeader>
      <PageBody narrow>
        <Groups key={kind} kind={kind} />
      </PageBody>
    </>
  );
}

function Groups({ kind }: { kind: Compared }) {
  const { t } = useTranslation("duplicates");
  const query = useGroups(kind);
  if (query.isPending) return <RowSkeletons count={6} height={72} />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const groups = joined(query.data.pages.flatMap((page) => page.items));
  return (
    <>
      {groups.length === 0 && !query.hasNextPage && (
        <EmptyState
          icon={<IconArrowMerge size={32} stroke={1.5} />}
          title={t("empty")}
          text={t("emptyText")}
        />
      )}
      <ul className={classes.groups}>
        {groups.map((group) => (
          <li key={group.cards[0]?.card.id}>
            <GroupPanel group={group} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          className={classes.more}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("more")}
        </Button>
      )}
    </>
  );
}
