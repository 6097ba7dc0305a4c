import { ActionIcon, NumberInput, TextInput } from "@mantine/core";
import { IconGripVertical, IconX } from "@tabler/icons-react";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../settings.module.css";
import type { StageDraft, StageProblem } from "./stage-drafts";
import { GoneStage, StageMore } from "./stage-more";

interface StageRowsProps {
  stages: readonly StageDraft[];
  problems: ReadonlyMap<string, StageProblem>;
  onChange: (stages: StageDraft[]) => void;
  onMove: (from: number, to: number) => void;
}

/** Stages one under the other; a row is moved by dragging its handle, or by the arrow keys on it. */
export function StageRows({ stages, problems, onChange, onMove }: StageRowsProps) {
  const change = (key: string, part: Partial<StageDraft>) =>
    onChange(stages.map((stage) => (stage.key === key ? { ...stage, ...part } : stage)));
  return (
    <ol className={classes.rows}>
      {stages.map((stage, index) =>
        stage.into === undefined ? (
          <StageRow
            key={stage.key}
            stage={stage}
            problem={problems.get(stage.key)}
            onChange={(part) => change(stage.key, part)}
            onPlace={(place) => onMove(index, place)}
            onStep={(by) => onMove(index, index + by)}
            onRemove={() =>
              stage.id === null
                ? onChange(stages.filter(({ key }) => key !== stage.key))
                : change(stage.key, { into: targetOf(stages, stage) })
            }
          />
        ) : (
          <GoneStage
            key={stage.key}
            stage={stage}
            stages={stages}
            onInto={(into) => change(stage.key, { into })}
          />
        ),
      )}
    </ol>
  );
}

/** Where the deals of a stage go unless told otherwise: to one of its kind that stays, before or behind it. */
function targetOf(stages: readonly StageDraft[], gone: StageDraft): string | undefined {
  const others = stages.filter(({ id, into, key }) => id && into === undefined && key !== gone.key);
  const place = stages.indexOf(gone);
  const alike = others.filter(({ kind }) => kind === gone.kind);
  const before = alike.findLast((stage) => stages.indexOf(stage) < place);
  return (before ?? alike[0] ?? others[0])?.id ?? undefined;
}

/** The place of the row at a height of the window, or -1 where there is none. */
function placeAt(list: Element | null | undefined, y: number): number {
  return [...(list?.children ?? [])].findIndex((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return y >= top && y <= bottom;
  });
}

interface StageRowProps {
  stage: StageDraft;
  problem: StageProblem | undefined;
  onChange: (part: Partial<StageDraft>) => void;
  onPlace: (place: number) => void;
  onStep: (by: -1 | 1) => void;
  onRemove: () => void;
}

function StageRow({ stage, problem, onChange, onPlace, onStep, onRemove }: StageRowProps) {
  const { t } = useTranslation("settings");
  const [dragged, setDragged] = useState(false);
  const step = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (by === null) return;
    event.preventDefault();
    onStep(by);
  };
  const take = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(true);
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (!dragged) return;
    const place = placeAt(event.currentTarget.closest("ol"), event.clientY);
    if (place >= 0) onPlace(place);
  };
  const name = stage.name || t("newStage");
  return (
    <li className={classes.stage} data-kind={stage.kind} data-dragged={dragged || undefined}>
      <button
        type="button"
        className={classes.handle}
        aria-label={t("moveStage", { stage: name })}
        onPointerDown={take}
        onPointerMove={follow}
        onPointerUp={() => setDragged(false)}
        onPointerCancel={() => setDragged(false)}
        onKeyDown={step}
      >
        <IconGripVertical size={16} aria-hidden />
      </button>
      <TextInput
        className={classes.stageName}
        size="xs"
        aria-label={t("stageName")}
        placeholder={t("newStage")}
        maxLength={200}
        autoFocus={stage.id === null && stage.name === ""}
        value={stage.name}
        error={problem && t(`stage_${problem}`)}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NumberInput
        className={classes.stageChance}
        size="xs"
        aria-label={t("stageChance", { stage: name })}
        suffix=" %"
        min={0}
        max={100}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        disabled={stage.kind !== "open"}
        value={stage.probability}
        onChange={(value) => onChange({ probability: Number(value) || 0 })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={t("removeStage", { stage: name })}
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
      <StageMore stage={stage} onChange={onChange} />
    </li>
  );
}
