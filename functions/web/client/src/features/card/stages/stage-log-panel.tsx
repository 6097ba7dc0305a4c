import { Button, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Deal, type Stage, usePipelineOf, usePipelines } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { staysTooLong, useNow } from "@/shared/lib";
import { ErrorState, RowSkeletons } from "@/shared/ui";
import { useNameOf } from "../timeline/use-name-of";
import classes from "./stage-log.module.css";
import { type Stay, staysOf, type Total, totalsOf } from "./stage-times";
import { type Move, useStageLog, useStageTimes } from "./use-stage-log";

/** How long a deal stood in each stage in all, and each of its stays: from when to when, and who moved it there. */
export function StageLogPanel({ deal }: { deal: Deal }) {
  const { t } = useTranslation("card");
  const now = useNow();
  const log = useStageLog(deal.id);
  const times = useStageTimes(deal.id);
  if (log.isPending) return <RowSkeletons count={4} />;
  if (!log.data) return <ErrorState error={log.error} onRetry={() => void log.refetch()} />;
  const moves = log.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <Totals deal={deal} moves={moves} totals={[...totalsOf(times.data, deal, now).values()]} />
      <h3 className={classes.subtitle}>{t("stageStays")}</h3>
      <ol className={classes.stays} aria-label={t("stageStays")}>
        {staysOf(moves, times.data, deal, now).map((stay) => (
          <StayItem key={stay.move.id} stay={stay} />
        ))}
      </ol>
      {log.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t("historyMore")}
        </Button>
      )}
    </>
  );
}

interface TotalsProps {
  deal: Deal;
  moves: readonly Move[];
  totals: readonly Total[];
}

function Totals({ deal, moves, totals }: TotalsProps) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const now = useNow();
  const stages = useStages(deal);
  const order = (total: Total) => {
    const place = stages.findIndex(({ id }) => id === total.stageId);
    return place < 0 ? stages.length : place;
  };
  const sorted = [...totals].sort((one, other) => order(one) - order(other));
  return (
    <table className={classes.totals}>
      <thead>
        <tr>
          <th scope="col">{t("stageLogStage")}</th>
          <th scope="col">{t("stageLogTime")}</th>
          <th scope="col">{t("stageLogWork")}</th>
          <th scope="col">{t("stageLogStays")}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((total) => {
          const stage = stages.find(({ id }) => id === total.stageId);
          const present = total.stageId === deal.stage_id;
          const long = present && staysTooLong(deal, stage, now);
          return (
            <tr key={total.stageId} data-present={present || undefined}>
              <th scope="row">
                {stage?.name ?? nameIn(moves, total.stageId) ?? t("stageGone")}
                {long && (
                  <span className={classes.long}>
                    {t("stageTooLong", { count: stage?.most_days })}
                  </span>
                )}
              </th>
              <td>{formats.duration(total.seconds)}</td>
              <td>{formats.duration(total.minutes * 60)}</td>
              <td>{formats.number(total.stays)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function StayItem({ stay: { move, left, seconds, minutes } }: { stay: Stay }) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const nameOf = useNameOf();
  const name = usePipelines()
    ?.flatMap(({ stages }) => stages)
    .find(({ id }) => id === move.to_stage_id)?.name;
  const elsewhere = move.from_pipeline_id !== null && move.from_pipeline_id !== move.pipeline_id;
  return (
    <li className={classes.stay}>
      <div className={classes.head}>
        <span className={classes.name}>{move.to_name ?? name ?? t("stageGone")}</span>
        <Tooltip
          label={t("stageWorked", { time: formats.duration((minutes ?? 0) * 60) })}
          disabled={minutes === null}
        >
          <span className={classes.time}>
            {formats.duration(seconds)}
            {minutes !== null && (
              <span className={classes.work}>
                {t("stageOfWork", { time: formats.duration(minutes * 60) })}
              </span>
            )}
          </span>
        </Tooltip>
      </div>
      <div className={classes.when}>
        {formats.exact(move.at)} {left ? `– ${formats.exact(left)}` : t("stageStill")}
      </div>
      <div className={classes.who}>
        {t(move.from_stage_id === null ? "stageBegunBy" : "stageMovedBy", {
          person: nameOf(move.actor),
        })}
        {elsewhere &&
          move.pipeline_name &&
          `, ${t("stageElsewhere", { pipeline: move.pipeline_name })}`}
        {move.cause && `, ${t(`stageCause_${move.cause}`)}`}
      </div>
      {(move.reason ?? move.note) && (
        <p className={classes.reason}>{[move.reason, move.note].filter(Boolean).join(". ")}</p>
      )}
    </li>
  );
}

/** The stages of the deal's own pipeline first, then those of the others. */
function useStages(deal: Deal): readonly Stage[] {
  const own = usePipelineOf(deal);
  const others = usePipelines() ?? [];
  return [...(own?.stages ?? []), ...others.flatMap(({ stages }) => stages)];
}

function nameIn(moves: readonly Move[], stageId: string): string | null {
  return moves.find((move) => move.to_stage_id === stageId)?.to_name ?? null;
}
