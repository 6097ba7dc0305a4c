import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Deal, type Pipeline, type Schemas, type Stage } from "@/shared/api";
import { type Failure, type Loss, LostDialog, useBulk } from "@/shared/ui";
import { FillDialog } from "@/shared/ui/move-deal/fill-dialog";
import { missingAt } from "@/shared/ui/move-deal/missing";
import { emptyingOf, partOf } from "./filling";
import { NotMoved } from "./not-moved";

type Patch = Schemas["DealPatch"];

/** A move of several deals as far as its questions are answered. */
interface Asked {
  to: Stage;
  /** What is filled in where a deal does not have it. */
  patch?: Patch;
}

interface MovingAll {
  begin: (to: Stage) => void;
  dialog: ReactNode;
  progress: ReturnType<typeof useBulk>["progress"];
  stop: () => void;
}

/** Brings several deals into a stage: what is missing and why they are lost is asked once for all of them. */
export function useMovingAll(
  deals: readonly Deal[],
  pipeline: Pipeline | undefined,
  onSettled: () => void,
): MovingAll {
  const { t } = useTranslation("lists");
  const bulk = useBulk(onSettled);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [failures, setFailures] = useState<Failure<Deal>[]>([]);
  const moving = (to: Stage) => deals.filter((deal) => deal.stage_id !== to.id);
  const missing = (to: Stage) =>
    pipeline ? [...new Set(moving(to).flatMap((deal) => missingAt(deal, pipeline, to)))] : [];
  const run = ({ to, patch = {} }: Asked, loss?: Loss) => {
    setAsked(null);
    void bulk.run(
      moving(to),
      async (deal) => {
        const part = pipeline ? partOf(patch, missingAt(deal, pipeline, to)) : {};
        if (Object.keys(part).length > 0) await change(deal.id, part);
        await move(deal.id, to.id, loss);
        return async () => {
          await move(deal.id, deal.stage_id, lossOf(deal));
          if (Object.keys(part).length > 0) await change(deal.id, emptyingOf(part));
        };
      },
      (count) => t("movedAll", { count, stage: to.name }),
      setFailures,
    );
  };
  const next = (wanted: Asked) => {
    const asks = wanted.to.kind === "lost" || (!wanted.patch && missing(wanted.to).length > 0);
    if (asks) setAsked(wanted);
    else run(wanted);
  };
  const [first] = deals;
  const title = deals.length === 1 && first ? first.title : t("several", { count: deals.length });
  const close = () => setAsked(null);
  const names = asked && !asked.patch ? missing(asked.to) : [];
  const dialog =
    failures.length > 0 ? (
      <NotMoved
        failures={failures}
        onClose={() => {
          setFailures([]);
          onSettled();
        }}
      />
    ) : asked && pipeline && names.length > 0 ? (
      <FillDialog
        title={title}
        stage={asked.to}
        pipelineId={pipeline.id}
        names={names}
        busy={false}
        problem={null}
        onSubmit={(patch) => next({ ...asked, patch })}
        onClose={close}
      />
    ) : asked ? (
      <LostDialog
        title={title}
        count={deals.length}
        reasons={pipeline?.lost_reasons ?? []}
        onSubmit={(loss) => run(asked, loss)}
        onClose={close}
      />
    ) : null;
  return { begin: (to) => next({ to }), dialog, progress: bulk.progress, stop: bulk.stop };
}

function lossOf(deal: Deal): Loss | undefined {
  return deal.lost_reason
    ? { reason: deal.lost_reason, note: deal.lost_note ?? undefined }
    : undefined;
}

function move(card_id: string, stage_id: string, loss?: Loss) {
  return bodyOf(
    api.POST("/api/crm/deals/{card_id}/stage", {
      params: { path: { card_id } },
      body: { stage_id, ...loss },
    }),
  );
}

function change(card_id: string, body: Patch) {
  return bodyOf(api.PATCH("/api/crm/deals/{card_id}", { params: { path: { card_id } }, body }));
}
