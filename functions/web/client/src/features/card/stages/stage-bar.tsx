import { Button, Menu, Tooltip, VisuallyHidden } from "@mantine/core";
import {
  IconArrowsExchange,
  IconCheck,
  IconChevronDown,
  IconTrophy,
  IconX,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Deal, type Pipeline, type Stage, usePipelineOf, usePipelines } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { staysTooLong, useNow } from "@/shared/lib";
import { useDealMoves } from "@/shared/ui";
import classes from "./stage-bar.module.css";
import { StageLogButton } from "./stage-log-button";
import { totalsOf } from "./stage-times";
import { useStageTimes } from "./use-stage-log";

/** The stages of a deal's pipeline, how long it stood in each, and the way to another. */
export function StageBar({ deal }: { deal: Deal }) {
  const { t } = useTranslation("card");
  const pipeline = usePipelineOf(deal);
  const now = useNow();
  const totals = totalsOf(useStageTimes(deal.id).data, deal, now);
  const { put, dialog } = useDealMoves(
    (_, to) => t("moved", { stage: to.name }),
    ({ stage_id }) => pipeline?.stages.find(({ id }) => id === stage_id),
  );
  if (!pipeline) return <div className={classes.bar} />;
  const ways = pipeline.stages.filter(({ kind }) => kind === "open");
  const ends = pipeline.stages.filter(({ kind }) => kind !== "open");
  const move = (stage: Stage) => put(deal, pipeline, stage);
  const place = pipeline.stages.findIndex(({ id }) => id === deal.stage_id);
  return (
    <div className={classes.bar}>
      <ol className={classes.stages} aria-label={t("stages")}>
        {ways.map((stage) => (
          <StageStep
            key={stage.id}
            stage={stage}
            state={
              stage.id === deal.stage_id
                ? "now"
                : pipeline.stages.indexOf(stage) < place || deal.stage_kind === "won"
                  ? "passed"
                  : "ahead"
            }
            seconds={totals.get(stage.id)?.seconds}
            long={stage.id === deal.stage_id && staysTooLong(deal, stage, now)}
            onMove={() => move(stage)}
          />
        ))}
      </ol>
      <div className={classes.tools}>
        <StageLogButton deal={deal} />
        <EndMenu deal={deal} ends={ends} onMove={move}>
          <OtherPipelines deal={deal} onMove={(other, stage) => put(deal, other, stage)} />
        </EndMenu>
      </div>
      {dialog}
    </div>
  );
}

const STATES = { now: "stageNow", passed: "stagePassed", ahead: "stageAhead" } as const;

interface StageStepProps {
  stage: Stage;
  state: "passed" | "now" | "ahead";
  seconds: number | undefined;
  /** It stands here for too long. */
  long: boolean;
  onMove: () => void;
}

function StageStep({ stage, state, seconds, long, onMove }: StageStepProps) {
  const { t } = useTranslation("card");
  const formats = useFormats();
  const time = seconds === undefined ? "" : formats.duration(seconds);
  const label = t(STATES[state]);
  return (
    <li className={classes.item}>
      <Tooltip
        label={
          long
            ? t("stageTooLong", { count: stage.most_days })
            : state === "now"
              ? `${stage.name}: ${label}`
              : t("stageMove", { stage: stage.name })
        }
      >
        <button
          type="button"
          className={classes.step}
          data-state={state}
          aria-current={state === "now" ? "step" : undefined}
          onClick={state === "now" ? undefined : onMove}
        >
          <span className={classes.name}>{stage.name}</span>
          <VisuallyHidden>{label}</VisuallyHidden>
          <span className={classes.time} data-long={long || undefined}>
            {long ? t("stageLong", { time }) : time}
          </span>
        </button>
      </Tooltip>
    </li>
  );
}

interface EndMenuProps {
  deal: Deal;
  ends: readonly Stage[];
  onMove: (stage: Stage) => void;
  children: ReactNode;
}

function EndMenu({ deal, ends, onMove, children }: EndMenuProps) {
  const { t } = useTranslation("card");
  const current = ends.find(({ id }) => id === deal.stage_id);
  if (ends.length === 0) return null;
  const icon = (kind: Stage["kind"]) =>
    kind === "won" ? <IconTrophy size={16} /> : <IconX size={16} />;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          className={classes.finish}
          variant="default"
          data-kind={current?.kind}
          leftSection={current ? icon(current.kind) : <IconCheck size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {current?.name ?? t("stageFinish")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ends.map((stage) => (
          <Menu.Item
            key={stage.id}
            leftSection={icon(stage.kind)}
            disabled={stage.id === deal.stage_id}
            onClick={() => onMove(stage)}
          >
            {stage.name} · {t(stage.kind).toLocaleLowerCase()}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

interface OtherPipelinesProps {
  deal: Deal;
  onMove: (pipeline: Pipeline, stage: Stage) => void;
}

/** The way into another pipeline, at whichever of its open stages. */
function OtherPipelines({ deal, onMove }: OtherPipelinesProps) {
  const { t } = useTranslation("card");
  const others = (usePipelines() ?? []).filter(({ id }) => id !== deal.pipeline_id);
  if (others.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t("otherPipeline")}</Menu.Label>
      {others.map((pipeline) => (
        <Menu.Sub key={pipeline.id} position="left-start">
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<IconArrowsExchange size={16} />}>
              {pipeline.name}
            </Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {pipeline.stages
              .filter(({ kind }) => kind === "open")
              .map((stage) => (
                <Menu.Item key={stage.id} onClick={() => onMove(pipeline, stage)}>
                  {stage.name}
                </Menu.Item>
              ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      ))}
    </>
  );
}
