import { Button, Group, Modal, Radio } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type AnyCard,
  cardPath,
  type CardRef,
  cardText,
  toProblem,
  useCardTitles,
} from "@/shared/api";
import { ErrorState, Money, RowSkeletons, useProblemText, useToasts } from "@/shared/ui";
import { useFieldName } from "../history/field-names";
import { titleOf, useCard } from "../use-card";
import classes from "./duplicates.module.css";
import { toChoose, toUnite } from "./pair-fields";
import { usePairs } from "./queries";

interface MergeDialogProps {
  card: CardRef;
  other: CardRef;
  onClose: () => void;
}

/** Two cards side by side: which one stays, and whose value where they differ. */
export function MergeDialog({ card, other, onClose }: MergeDialogProps) {
  const { t } = useTranslation(["card", "common"]);
  const [one, two] = [useCard(card.kind, card.id), useCard(other.kind, other.id)];
  const failed = one.error ?? two.error;
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={t("mergeTitle")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {one.data && two.data ? (
        <MergeForm pair={[card, other]} records={[one.data, two.data]} onClose={onClose} />
      ) : failed ? (
        <ErrorState
          error={failed}
          onRetry={() => void Promise.all([one.refetch(), two.refetch()])}
        />
      ) : (
        <RowSkeletons count={4} />
      )}
    </Modal>
  );
}

interface MergeFormProps {
  pair: readonly [CardRef, CardRef];
  records: readonly [AnyCard, AnyCard];
  onClose: () => void;
}

/** What tells apart two cards that are called the same. */
function toTell(record: AnyCard): string {
  const emails = "emails" in record ? record.emails : [];
  const phones = "phones" in record ? record.phones : [];
  return [emails[0] ?? phones[0], record.owner_name].filter(Boolean).join(" · ");
}

function MergeForm({ pair, records, onClose }: MergeFormProps) {
  const { t } = useTranslation(["card", "common"]);
  const text = useProblemText();
  const navigate = useNavigate();
  const toasts = useToasts();
  const fieldName = useFieldName();
  const { kind } = pair[0];
  const { merge, unmerge } = usePairs(kind);
  const [stays, setStays] = useState(0);
  const [picked, setPicked] = useState<Record<string, number>>({});
  const names = toChoose(...records);
  const label = (field: string) => fieldName({ field, label: null }, kind);
  const [winner, loser] = stays === 0 ? pair : [pair[1], pair[0]];
  const submit = useMutation({
    mutationFn: () => {
      const take = names.filter((name) => (picked[name] ?? stays) !== stays);
      return merge(winner.id, loser.id, take);
    },
    onSuccess: () => {
      onClose();
      void navigate({ to: cardPath(winner) });
      toasts.done(t("mergeDone"), () => unmerge(loser.id), t("unmerge"));
    },
  });
  return (
    <>
      <Radio.Group
        label={t("mergeStays")}
        value={String(stays)}
        onChange={(value) => {
          setStays(Number(value));
        }}
      >
        <div className={classes.pair}>
          {records.map((record, index) => (
            <Radio
              key={record.id}
              value={String(index)}
              label={titleOf(record)}
              description={toTell(record)}
            />
          ))}
        </div>
      </Radio.Group>
      {names.map((name) => (
        <Radio.Group
          key={name}
          mt="md"
          label={label(name)}
          value={String(picked[name] ?? stays)}
          onChange={(value) => setPicked({ ...picked, [name]: Number(value) })}
        >
          <div className={classes.pair}>
            {records.map((record, index) => (
              <Radio
                key={record.id}
                value={String(index)}
                label={<FieldValue record={record} name={name} />}
              />
            ))}
          </div>
        </Radio.Group>
      ))}
      <ul className={classes.rules}>
        {toUnite(...records).length > 0 && (
          <li>
            {t("mergeUnited", {
              fields: toUnite(...records)
                .map(label)
                .join(", "),
            })}
          </li>
        )}
        <li>{t("mergeFilled")}</li>
        <li>{t("mergeShows")}</li>
        <li>{t("mergeSeen")}</li>
        <li>{t("mergeBack")}</li>
      </ul>
      {submit.error && (
        <p role="alert" className={classes.refusal}>
          {text(toProblem(submit.error))}
        </p>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button loading={submit.isPending} onClick={() => submit.mutate()}>
          {t("mergeOpen")}
        </Button>
      </Group>
    </>
  );
}

function FieldValue({ record, name }: { record: AnyCard; name: string }) {
  const value = (record as unknown as Record<string, unknown>)[name];
  const company = { kind: "company" as const, id: name === "company_id" ? String(value) : "" };
  const titles = useCardTitles(company.id ? [company] : []);
  if (company.id) return <>{titles.get(cardText(company)) ?? "…"}</>;
  if (name === "amount") return <Money value={value as Parameters<typeof Money>[0]["value"]} />;
  return <span className={classes.value}>{String(value)}</span>;
}
