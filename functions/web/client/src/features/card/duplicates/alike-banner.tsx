import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, cardPath, type CardRef, type Schemas } from "@/shared/api";
import { AlikeBy } from "@/shared/ui/alike/alike-by";
import { type Compared, usePairs } from "@/shared/ui/merging/queries";
import { CardLink, useToasts } from "@/shared/ui";
import classes from "./duplicates.module.css";

const MergeDialog = lazy(() => import("@/shared/ui/merging/merge-dialog"));

const at = (card_id: string) => ({ params: { path: { card_id } } });

const ALIKE: Record<Compared, (id: string) => Promise<Schemas["AlikeList"]>> = {
  contact: (id) => bodyOf(api.GET("/api/crm/contacts/{card_id}/duplicates", at(id))),
  company: (id) => bodyOf(api.GET("/api/crm/companies/{card_id}/duplicates", at(id))),
  lead: (id) => bodyOf(api.GET("/api/crm/leads/{card_id}/duplicates", at(id))),
};

/** Cards that seem to be the same as this one, and what to do about each; deals are not compared. */
export function AlikeBanner({ card }: { card: CardRef }) {
  const { t } = useTranslation(["card", "merging"]);
  const { data } = useQuery({
    queryKey: ["card-alike", card.kind, card.id],
    enabled: card.kind !== "deal",
    queryFn: () => ALIKE[card.kind as Compared](card.id),
    staleTime: 60_000,
  });
  const { tellApart } = usePairs();
  const navigate = useNavigate();
  const toasts = useToasts();
  const [merging, setMerging] = useState<CardRef | null>(null);
  if (!data || data.items.length === 0) return null;
  const apart = (other: CardRef) =>
    void tellApart(card, other).then(
      () => toasts.done(t("alikeApart"), () => tellApart(card, other, false)),
      toasts.failed,
    );
  return (
    <section className={classes.banner} aria-label={t("alikeTitle")}>
      {data.items.map((alike) => (
        <div key={alike.card.id} className={classes.line}>
          <span className={classes.words}>
            {t("alikeTo")} <CardLink card={alike.card} title={alike.title} /> —{" "}
            <AlikeBy alike={alike} />
          </span>
          <span className={classes.actions}>
            {alike.card.kind === card.kind && (
              <Button size="xs" variant="default" onClick={() => setMerging(alike.card)}>
                {t("merging:verb")}
              </Button>
            )}
            <Button size="xs" variant="subtle" color="gray" onClick={() => apart(alike.card)}>
              {t("alikeNot")}
            </Button>
          </span>
        </div>
      ))}
      {merging && (
        <Suspense>
          <MergeDialog
            cards={[card, merging]}
            onDone={(stays) => void navigate({ to: cardPath(stays) })}
            onClose={() => setMerging(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
