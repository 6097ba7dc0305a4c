import { Button, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type AnyCard, type CardRef } from "../../api/cards";
import { toProblem } from "../../api/problem";
import { useProblemText } from "../problem-text";
import { ErrorState, RowSkeletons } from "../states";
import { FieldValue, useMergedName } from "./field-value";
import { firstChoice, toChoose, toUnite, valueOf } from "./merged-fields";
import classes from "./merging.module.css";
import { OneOfCards } from "./one-of-cards";
import { useWholeCards } from "./queries";
import { useMerging } from "./use-merging";

interface MergeDialogProps {
  /** Cards of one kind. */
  cards: readonly CardRef[];
  onDone?: (stays: CardRef) => void;
  onClose: () => void;
}

/** Cards side by side: which one stays, and whose value where they differ. */
export default function MergeDialog({ cards, onDone, onClose }: MergeDialogProps) {
  const { t } = useTranslation(["merging", "common"]);
  const { records, error, retry } = useWholeCards(cards);
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={t("title", { count: cards.length })}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {records.length === cards.length ? (
        <MergeForm cards={cards} records={records} onDone={onDone} onClose={onClose} />
      ) : error ? (
        <ErrorState error={error} onRetry={retry} />
      ) : (
        <RowSkeletons count={4} />
      )}
    </Modal>
  );
}

interface MergeFormProps extends MergeDialogProps {
  records: readonly AnyCard[];
}

function MergeForm({ cards, records, onDone, onClose }: MergeFormProps) {
  const { t } = useTranslation(["merging", "common"]);
  const text = useProblemText();
  const kind = cards[0]?.kind ?? "contact";
  const nameOf = useMergedName(kind);
  const [stays, setStays] = useState(0);
  const [picked, setPicked] = useState<Record<string, number>>({});
  const choices = toChoose(records);
  const chosen = (name: string) => picked[name] ?? firstChoice(records, stays, name);
  const { submit, merged } = useMerging(cards, (winner) => {
    onClose();
    onDone?.(winner);
  });
  const united = toUnite(records);
  return (
    <>
      <OneOfCards
        label={t("stays")}
        records={records}
        value={stays}
        disabled={merged > 0}
        onChange={setStays}
        labelOf={(record) => titleOf(record)}
        noteOf={toTell}
      />
      {choices.map((name) => (
        <OneOfCards
          key={name}
          label={nameOf(name)}
          records={records}
          value={chosen(name)}
          disabled={merged > 0}
          onChange={(index) => setPicked({ ...picked, [name]: index })}
          labelOf={(record) => <FieldValue kind={kind} name={name} value={valueOf(record, name)} />}
        />
      ))}
      <ul className={classes.rules}>
        {united.length > 0 && <li>{t("united", { fields: united.map(nameOf).join(", ") })}</li>}
        <li>{t("filled")}</li>
        <li>{t("shows")}</li>
        <li>{t("seen")}</li>
        <li>{t("back")}</li>
      </ul>
      {submit.error && (
        <p role="alert" className={classes.refusal}>
          {merged > 0 && `${t("partly", { done: merged, total: cards.length - 1 })} `}
          {text(toProblem(submit.error))}
        </p>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {merged > 0 ? t("common:close") : t("common:cancel")}
        </Button>
        <Button
          loading={submit.isPending}
          onClick={() =>
            submit.mutate({
              stays,
              takeOf: (index) => choices.filter((name) => chosen(name) === index),
            })
          }
        >
          {t("verb")}
        </Button>
      </Group>
    </>
  );
}

function titleOf(record: AnyCard): string {
  return "title" in record ? record.title : record.name;
}

/** What tells apart cards that are called the same. */
function toTell(record: AnyCard): string {
  const emails = "emails" in record ? record.emails : [];
  const phones = "phones" in record ? record.phones : [];
  const number = "tax_id" in record ? record.tax_id : null;
  return [number, emails[0] ?? phones[0], record.owner_name].filter(Boolean).join(" · ");
}
