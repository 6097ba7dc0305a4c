import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  type CollisionDetection,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Deal, type Stage, useTally } from "@/shared/api";
import { BulkBar, useDealMoves } from "@/shared/ui";
import { BoardCard } from "./board-card";
import { DealBulk } from "./deal-bulk";
import { useBoardSelection } from "./selecting/use-board-selection";
import { StageColumn } from "./stage-column";
import classes from "./board.module.css";
import { countable, useDealFilter } from "./filter";
import { nextColumn } from "./keyboard-columns";

/** With a pointer the column under it; with the keyboard the nearest one. */
const columnAt: CollisionDetection = (args) =>
  args.pointerCoordinates ? pointerWithin(args) : closestCenter(args);

interface BoardProps {
  /** A tap on a card selects it. */
  picking: boolean;
  onPicked: () => void;
}

/** The deals of a pipeline by stage; each can be dragged, with the keyboard too, and several be selected. */
export default function Board({ picking, onPicked }: BoardProps) {
  const { t } = useTranslation("deals");
  const { filter } = useDealFilter();
  const stages = filter.pipeline?.stages ?? [];
  const wanted = filter.conditions.find(({ by }) => by === "stage")?.values;
  const columns = wanted ? stages.filter(({ id }) => wanted.includes(id)) : stages;
  const selection = useBoardSelection(columns);
  const { chosen } = selection;
  const clear = () => {
    selection.clear();
    onPicked();
  };
  const tally = useTally(filter.pipeline?.id, filter.ownerId, countable(filter.query));
  const [dragged, setDragged] = useState<Deal | null>(null);
  const stageOf = (id: unknown) => stages.find((stage) => stage.id === id);
  const { put, dialog } = useDealMoves(
    (deal, to) => t("moved", { title: deal.title, stage: to.name }),
    (deal) => stageOf(deal.stage_id),
  );
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextColumn }),
  );
  const finish = ({ active, over }: DragEndEvent) => {
    const deal = active.data.current?.deal as Deal | undefined;
    const stage = stageOf(over?.id);
    setDragged(null);
    if (deal && stage && filter.pipeline && stage.id !== deal.stage_id)
      put(deal, filter.pipeline, stage);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={columnAt}
      accessibility={{
        announcements: useAnnouncements(stages),
        screenReaderInstructions: { draggable: t("dragHelp") },
      }}
      onDragStart={({ active }) =>
        setDragged((active.data.current?.deal as Deal | undefined) ?? null)
      }
      onDragEnd={finish}
      onDragCancel={() => setDragged(null)}
    >
      {/* A region that scrolls has to be reachable for those who scroll with the keys. */}
      {/* eslint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={classes.board}
        role="region"
        aria-label={t("title")}
        tabIndex={0}
        data-selecting={picking || chosen.length > 0 || undefined}
        onKeyDown={(event: KeyboardEvent) => {
          // A card that is being dragged with the keyboard is put back by this key, and stays selected.
          if (event.key === "Escape" && !dragged) clear();
        }}
      >
        {columns.map((stage) => (
          <StageColumn
            key={stage.id}
            stage={stage}
            filter={filter}
            dragged={dragged}
            selection={selection}
            picking={picking}
            tally={tally?.get(stage.id)}
          />
        ))}
      </div>
      {/* eslint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <DragOverlay dropAnimation={null}>
        {dragged && <BoardCard deal={dragged} floating />}
      </DragOverlay>
      {dialog}
      {(picking || chosen.length > 0) && (
        <BulkBar count={chosen.length} onClear={clear}>
          {chosen.length > 0 && <DealBulk deals={chosen} onSettled={clear} />}
        </BulkBar>
      )}
    </DndContext>
  );
}

function useAnnouncements(stages: readonly Stage[]): Announcements {
  const { t } = useTranslation("deals");
  const titleOf = (active: { data: { current?: Record<string, unknown> } }) =>
    (active.data.current?.deal as Deal | undefined)?.title ?? "";
  const nameOf = (over: { id: unknown } | null) =>
    stages.find(({ id }) => id === over?.id)?.name ?? "";
  return {
    onDragStart: ({ active }) => t("dragStart", { title: titleOf(active) }),
    onDragOver: ({ active, over }) =>
      over ? t("dragOver", { title: titleOf(active), stage: nameOf(over) }) : undefined,
    onDragEnd: ({ active, over }) =>
      over
        ? t("dragEnd", { title: titleOf(active), stage: nameOf(over) })
        : t("dragCancel", { title: titleOf(active) }),
    onDragCancel: ({ active }) => t("dragCancel", { title: titleOf(active) }),
  };
}
