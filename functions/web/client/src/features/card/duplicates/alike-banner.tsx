import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardRef } from "@/shared/api";
import { AlikeBy } from "@/shared/ui/alike/alike-by";
import { CardLink, useToasts } from "@/shared/ui";
import classes from "./duplicates.module.css";
import { useAlike, usePairs } from "./queries";

const MergeDialog = lazy(() =>
  import("./merge-dialog").then((found) => ({ default: found.MergeDialog })),
);

/** Cards that seem to be the same as this one, and what to do about each. */
export function AlikeBanner({ card }: { card: CardRef }) {
  const { t } = useTranslation("card");
  const { data } = useAlike(card);
  const { tellApart } = usePairs(card.kind);
  const toasts = useToasts();
  const [merging, setMerging] = useState<CardRef | null>(null);
  if (!data || data.items.length === 0) return null;
  return (
    <section className={classes.banner} aria-label={t("alikeTitle")}>
      {data.items.map((alike) => (
        <div key={alike.card.id} className={classes.line}>
          <span className={classes.words}>
            {t("alikeTo")} <CardLink card={alike.card} title={alike.title} /> —{" "}
            <AlikeBy alike={alike} />
          </span>
          {alike.card.kind === card.kind && (
            <span className={classes.actions}>
              <Button size="xs" variant="default" onClick={() => setMerging(alike.card)}>
                {t("mergeOpen")}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                onClick={() =>
                  void tellApart(card.id, alike.card.id).then(
                    () => toasts.done(t("alikeApart")),
                    toasts.failed,
                  )
                }
              >
                {t("alikeNot")}
              </Button>
            </span>
          )}
        </div>
      ))}
      {merging && (
        <Suspense fallback={null}>
          <MergeDialog card={card} other={merging} onClose={() => setMerging(null)} />
        </Suspense>
      )}
    </section>
  );
}
