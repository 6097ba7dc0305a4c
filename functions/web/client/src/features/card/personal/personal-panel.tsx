import { Button, Group } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AnyCard, useFieldBook, usePerson } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { ErrorState, RowSkeletons } from "@/shared/ui";
import { ErasureState } from "@/shared/ui/erasing/erasure-state";
import classes from "@/shared/ui/erasing/erasing.module.css";
import { EraseDialog } from "./erase-dialog";
import { ErasedNotice } from "./erased-notice";
import { type Kept, type PersonCard, useKept } from "./use-kept";

const GiveDialog = lazy(() => import("./giving/give-dialog"));

interface PersonalPanelProps {
  card: PersonCard;
  record: AnyCard;
}

/** What is kept of a person, where and since when; an owner gives it to the person, and erases it. */
export default function PersonalPanel({ card, record }: PersonalPanelProps) {
  const { t } = useTranslation("erasing");
  const owner = usePerson().roles.includes("owner");
  const [giving, setGiving] = useState(false);
  const [erasing, setErasing] = useState(false);
  const [erasureId, setErasureId] = useState<string | null>(null);
  if (erasureId) return <ErasureState id={erasureId} />;
  if (record.erased_at) return <ErasedNotice record={record} />;
  return (
    <>
      <p className={classes.text}>{t("keptText")}</p>
      <Places card={card} record={record} />
      {owner ? (
        <Group mt="lg">
          <Button variant="default" onClick={() => setGiving(true)}>
            {t("give")}
          </Button>
          <Button color="red" variant="outline" onClick={() => setErasing(true)}>
            {t("erase")}
          </Button>
        </Group>
      ) : (
        <p className={classes.text}>{t("eraseOwner")}</p>
      )}
      <Suspense>
        {giving && <GiveDialog card={card} record={record} onClose={() => setGiving(false)} />}
      </Suspense>
      {erasing && (
        <EraseDialog
          card={card}
          record={record}
          onClose={() => setErasing(false)}
          onBegun={setErasureId}
        />
      )}
    </>
  );
}

function Places({ card, record }: PersonalPanelProps) {
  const { t } = useTranslation("erasing");
  const formats = useFormats();
  const kept = useKept(card);
  const values = useValues(card, record);
  return (
    <ul className={classes.list}>
      <Place name={t("where_card")}>
        {values.join(" · ")} (
        {t("since", { date: formats.date(formats.dayKey(record.created_at)) })})
      </Place>
      <Place name={t("where_history")}>{t("historyText")}</Place>
      {kept.isPending && <RowSkeletons count={3} height={24} />}
      {kept.isError && <ErrorState error={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.data && (
        <>
          <Place name={t("where_letters")}>
            <Count kept={kept.data.letters} />
          </Place>
          <Place name={t("where_comments")}>
            <Count kept={kept.data.comments} />
          </Place>
          <Place name={t("where_files")}>
            <Count kept={kept.data.files} />
          </Place>
        </>
      )}
      {card.kind === "contact" && <Place name={t("where_account")}>{t("accountText")}</Place>}
      <Place name={t("where_notices")}>{t("noticesText")}</Place>
    </ul>
  );
}

function Place({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li>
      <strong>{name}</strong>
      <div className={classes.value}>{children}</div>
    </li>
  );
}

function Count({ kept }: { kept: Kept }) {
  const { t } = useTranslation("erasing");
  const formats = useFormats();
  if (kept.count === 0) return t("nothing");
  const count = t("upTo", { count: kept.count, more: kept.more ? "yes" : "no" });
  return kept.since && !kept.more
    ? `${count}, ${t("since", { date: formats.date(formats.dayKey(kept.since)) })}`
    : count;
}

/** What stands on the card of its person, own fields that are marked so too. */
function useValues(card: PersonCard, record: AnyCard): string[] {
  const book = useFieldBook(card.kind) ?? [];
  const own = book
    .filter((field) => field.personal && field.id in (record.own ?? {}))
    .map(({ name }) => name);
  const named = [
    "name" in record ? record.name : null,
    "emails" in record ? record.emails.join(", ") : null,
    "phones" in record ? record.phones.join(", ") : null,
    "handles" in record ? record.handles.map(({ value }) => value).join(", ") : null,
    "job_title" in record ? record.job_title : null,
  ];
  return [...named, ...own].filter((value): value is string => Boolean(value));
}
