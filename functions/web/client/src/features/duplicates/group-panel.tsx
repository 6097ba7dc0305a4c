import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { cardText } from "@/shared/api";
import classes from "./duplicates.module.css";
import { GroupCard } from "./group-card";
import { reasons } from "./groups";
import type { Group } from "./queries";
import { useApart } from "./use-apart";

const MergeDialog = lazy(() => import("@/shared/ui/merging/merge-dialog"));

/** Cards that seem to be one: why, which of them to merge, and which is another. */
export function GroupPanel({ group }: { group: Group }) {
  const { t } = useTranslation(["duplicates", "common", "merging"]);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [merging, setMerging] = useState(false);
  const apart = useApart(group);
  const many = group.cards.length > 2;
  const [first] = group.cards;
  const chosen = group.cards
    .map(({ card }) => card)
    .filter((card) => !left.includes(cardText(card)));
  const oneKind = new Set(chosen.map(({ kind }) => kind)).size === 1;
  const toggle = (text: string) =>
    setLeft(left.includes(text) ? left.filter((one) => one !== text) : [...left, text]);
  return (
    <section
      className={classes.group}
      aria-label={t("group", { titles: group.cards.map((card) => card.title).join(", ") })}
    >
      <p className={classes.why}>
        <span className={classes.strength} data-strength={group.strength}>
          {t(group.strength)}
        </span>
        {reasons(group)
          .map(({ trait, value }) => t(`common:alike_${trait}`, { value }))
          .join(", ")}
      </p>
      {group.cards.map((card) => (
        <GroupCard
          key={cardText(card.card)}
          card={card}
          chosen={many ? !left.includes(cardText(card.card)) : null}
          onToggle={() => toggle(cardText(card.card))}
          onApart={() => void apart(card.card)}
        />
      ))}
      <div className={classes.actions}>
        {oneKind ? (
          <Button
            size="xs"
            variant="default"
            className={classes.act}
            disabled={chosen.length < 2}
            onClick={() => setMerging(true)}
          >
            {t("merging:verb")}
          </Button>
        ) : (
          <span className={classes.note}>{t("leadAndContact")}</span>
        )}
        {!many && first && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            className={classes.act}
            onClick={() => void apart(first.card)}
          >
            {t("not")}
          </Button>
        )}
      </div>
      {merging && (
        <Suspense>
          <MergeDialog cards={chosen} onClose={() => setMerging(false)} />
        </Suspense>
      )}
    </section>
  );
}
