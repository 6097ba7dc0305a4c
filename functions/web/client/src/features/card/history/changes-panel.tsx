import { Button, Select } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardRef } from "@/shared/api";
import { EmptyState, ErrorState, RowSkeletons } from "@/shared/ui";
import { ChangeItem } from "./change";
import { useFieldName } from "./field-names";
import { fieldsOf, shownOf } from "./filtering";
import classes from "./history.module.css";
import { useChanges } from "./queries";

/** What changed in a card's fields; of all of them, or of one. */
export function ChangesPanel({ card }: { card: CardRef }) {
  const { t } = useTranslation("card");
  const fieldName = useFieldName();
  const changes = useChanges(card);
  const [field, setField] = useState<string | null>(null);
  if (changes.isPending) return <RowSkeletons count={4} />;
  if (!changes.data)
    return <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />;
  const all = changes.data.pages.flatMap(({ items }) => items);
  if (all.length === 0)
    return <EmptyState icon={<IconHistory size={32} stroke={1.5} />} title={t("historyEmpty")} />;
  const shown = shownOf(all, field);
  const options = fieldsOf(all).map((step) => ({
    value: step.field,
    label: fieldName(step, card.kind),
  }));
  return (
    <>
      <Select
        className={classes.filter}
        size="xs"
        clearable
        aria-label={t("historyField")}
        placeholder={t("historyAllFields")}
        data={options}
        value={field}
        onChange={setField}
      />
      {shown.length === 0 && <p className={classes.note}>{t("historyNoneOf")}</p>}
      <ul className={classes.changes} aria-label={t("historyTitle")}>
        {shown.map(({ change, steps }) => (
          <ChangeItem key={change.id} card={card} change={change} steps={steps} />
        ))}
      </ul>
      {changes.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={changes.isFetchingNextPage}
          onClick={() => void changes.fetchNextPage()}
        >
          {t("historyMore")}
        </Button>
      )}
    </>
  );
}
