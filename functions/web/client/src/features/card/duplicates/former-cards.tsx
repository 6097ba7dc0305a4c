import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { type AnyCard, cardPath, type CardKind, type CardRef } from "@/shared/api";
import { useToasts } from "@/shared/ui";
import { usePairs } from "@/shared/ui/merging/queries";
import { useFieldName } from "../history/field-names";
import { titleOf, useCard } from "../use-card";
import classes from "./duplicates.module.css";

/** The cards that went into this one, each of which can be taken out again. */
export function FormerCards({ card, record }: { card: CardRef; record: AnyCard }) {
  return (record.former_ids ?? []).map((id) => <Former key={id} card={card} id={id} />);
}

function Former({ card, id }: { card: CardRef; id: string }) {
  const { t } = useTranslation("card");
  const toasts = useToasts();
  const { data } = useCard(card.kind, id);
  const { unmerge } = usePairs();
  const fieldName = useFieldName();
  const submit = useMutation({
    mutationFn: () => unmerge({ kind: card.kind, id }),
    onSuccess: ({ kept }) => {
      const fields = kept.map((field) => fieldName({ field, label: null }, card.kind)).join(", ");
      toasts.done(kept.length > 0 ? t("unmergedKept", { fields }) : t("unmerged"));
    },
    onError: toasts.failed,
  });
  // What went into a former card comes out of that one first.
  if (data?.merged_into !== card.id) return null;
  return (
    <section className={classes.banner}>
      <div className={classes.line}>
        <span className={classes.words}>
          {t("formerCard", { title: titleOf(data) })} {t("formerRule")}
        </span>
        <Button
          size="xs"
          variant="default"
          loading={submit.isPending}
          onClick={() => submit.mutate()}
        >
          {t("unmerge")}
        </Button>
      </div>
    </section>
  );
}

/** Brings whoever opens a card that went into another to that one, and says so. */
export function useFollowMerged(kind: CardKind, record: AnyCard | undefined): void {
  const { t } = useTranslation("card");
  const navigate = useNavigate();
  const toasts = useToasts();
  const into = record?.merged_into;
  const follow = useEffectEvent(() => {
    if (!record || !into) return;
    toasts.done(t("mergedInto", { title: titleOf(record) }));
    void navigate({ to: cardPath({ kind, id: into }), replace: true });
  });
  useEffect(() => {
    follow();
  }, [into]);
}
