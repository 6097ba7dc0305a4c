import { Button } from "@mantine/core";
import { IconCircleX, IconRotate, IconTrophy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Deal, usePipelineOf } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { useDealMoves } from "@/shared/ui";
import classes from "./end-banner.module.css";
import { useStageLog } from "./use-stage-log";

/** Of a deal that is over: how it ended, when and why, and the way back into work. */
export function EndBanner({ deal }: { deal: Deal }) {
  return deal.open ? null : <Banner deal={deal} />;
}

function Banner({ deal }: { deal: Deal }) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const pipeline = usePipelineOf(deal);
  const log = useStageLog(deal.id).data?.pages.flatMap(({ items }) => items) ?? [];
  const { put, dialog } = useDealMoves(
    (_, to) => t("reopened", { stage: to.name }),
    ({ stage_id }) => pipeline?.stages.find(({ id }) => id === stage_id),
  );
  const open = pipeline?.stages.filter(({ kind }) => kind === "open") ?? [];
  const former = log.find(({ to_stage_id }) => to_stage_id === deal.stage_id)?.from_stage_id;
  const back = open.find(({ id }) => id === former) ?? open[0];
  const won = deal.stage_kind === "won";
  const Icon = won ? IconTrophy : IconCircleX;
  const why = [deal.lost_reason, deal.lost_note].filter(Boolean).join(". ");
  return (
    <div className={classes.banner} data-kind={deal.stage_kind} role="note">
      <Icon size={18} aria-hidden />
      <p className={classes.text}>
        <strong>
          {t(won ? "wonOn" : "lostOn", { day: formats.day(deal.closed_at ?? deal.stage_since) })}
        </strong>
        {why && <span className={classes.why}> · {why}</span>}
      </p>
      {pipeline && back && (
        <Button
          className={classes.back}
          variant="default"
          size="xs"
          leftSection={<IconRotate size={14} />}
          onClick={() => put(deal, pipeline, back)}
        >
          {t("reopen", { stage: back.name })}
        </Button>
      )}
      {dialog}
    </div>
  );
}
