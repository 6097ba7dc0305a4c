import { type ReactNode, useState } from "react";
import {
  api,
  bodyOf,
  type Deal,
  type Pipeline,
  type Schemas,
  type Stage,
  useMoveDeal,
} from "../../api";
import { LostDialog, type Loss } from "../lost-dialog";
import { useProblemText } from "../problem-text";
import { useToasts } from "../toasts";
import { FillDialog } from "./fill-dialog";
import { missingAt } from "./missing";

interface Asked {
  deal: Deal;
  pipeline: Pipeline;
  to: Stage;
}

interface DealMoves {
  /** Puts a deal into a stage, after asking for what is needed there. */
  put: (deal: Deal, pipeline: Pipeline, to: Stage) => void;
  /** The question that is open, if any. */
  dialog: ReactNode;
}

/** Moves deals: a lost one only with its reason, and into no stage without what it requires. */
export function useDealMoves(
  told: (deal: Deal, to: Stage) => string,
  stageOf: (deal: Deal) => Stage | undefined,
): DealMoves {
  const toasts = useToasts();
  const text = useProblemText();
  const moving = useMoveDeal();
  const [losing, setLosing] = useState<Asked | null>(null);
  const [filling, setFilling] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (deal: Deal, to: Stage, pipelineId: string, loss?: Loss) => {
    const from = stageOf(deal);
    const former = deal.lost_reason
      ? { reason: deal.lost_reason, note: deal.lost_note ?? undefined }
      : undefined;
    try {
      const moved = await moving.mutateAsync({ deal, to, pipelineId, ...loss });
      toasts.done(
        told(deal, to),
        from &&
          (() =>
            moving.mutateAsync({ deal: moved, to: from, pipelineId: deal.pipeline_id, ...former })),
      );
    } catch (error) {
      toasts.failed(error);
    }
  };
  const put = (deal: Deal, pipeline: Pipeline, to: Stage) => {
    setProblem(null);
    if (missingAt(deal, pipeline, to).length > 0) setFilling({ deal, pipeline, to });
    else if (to.kind === "lost") setLosing({ deal, pipeline, to });
    else void send(deal, to, pipeline.id);
  };
  const fill = async ({ deal, pipeline, to }: Asked, patch: Schemas["DealPatch"]) => {
    setBusy(true);
    setProblem(null);
    try {
      const filled = await change(deal, patch);
      setFilling(null);
      put(filled, pipeline, to);
    } catch (error) {
      setProblem(text(error));
    } finally {
      setBusy(false);
    }
  };
  const dialog = filling ? (
    <FillDialog
      key={filling.deal.id}
      title={filling.deal.title}
      stage={filling.to}
      pipelineId={filling.pipeline.id}
      names={missingAt(filling.deal, filling.pipeline, filling.to)}
      {...{ busy, problem }}
      onSubmit={(patch) => void fill(filling, patch)}
      onClose={() => setFilling(null)}
    />
  ) : losing ? (
    <LostDialog
      title={losing.deal.title}
      reasons={losing.pipeline.lost_reasons}
      onSubmit={(loss) => {
        void send(losing.deal, losing.to, losing.pipeline.id, loss);
        setLosing(null);
      }}
      onClose={() => setLosing(null)}
    />
  ) : null;
  return { put, dialog };
}

function change(deal: Deal, body: Schemas["DealPatch"]) {
  const path = { card_id: deal.id };
  return bodyOf(api.PATCH("/api/crm/deals/{card_id}", { params: { path }, body }));
}
