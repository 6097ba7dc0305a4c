import { useDraggable } from "@dnd-kit/core";
import { Checkbox } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { memo, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cardText, type Deal, useCardTitles, usePipelines } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { commandKey, isTyping } from "@/shared/lib";
import { Money } from "@/shared/ui";
import { PersonFace } from "@/shared/ui/absences/person-face";
import { CardPulse } from "@/shared/ui/pulse/card-pulse";
import { StayMark } from "@/shared/ui/stay/stay-mark";
import classes from "./board.module.css";
import { clientOf } from "./deal-list";
import boxes from "./selecting/selecting.module.css";

interface DraggableCardProps {
  deal: Deal;
  selected: boolean;
  /** A tap selects it. */
  picking: boolean;
  /** With `range`, everything in the column from the last one toggled. */
  onToggle: (deal: Deal, range: boolean) => void;
}

/**
 * A deal that can be taken: anywhere with a pointer, by its handle with the keyboard. It is selected by its box, by
 * Ctrl or Shift and a click, or by x.
 */
export const DraggableCard = memo(function DraggableCard(props: DraggableCardProps) {
  const { deal, selected, picking, onToggle } = props;
  const { t } = useTranslation(["deals", "common"]);
  const { attributes, listeners, isDragging, setNodeRef, setActivatorNodeRef } = useDraggable({
    id: deal.id,
    data: { deal },
    disabled: picking,
  });
  const { onKeyDown, ...pointer } = listeners ?? {};
  const select = {
    onClickCapture: (event: MouseEvent) => {
      if (!picking && !event.ctrlKey && !event.metaKey && !event.shiftKey) return;
      // The box does so by itself.
      if ((event.target as HTMLElement).closest("input")) return;
      event.preventDefault();
      event.stopPropagation();
      onToggle(deal, event.shiftKey);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!isTyping(event) && commandKey(event) === "x") onToggle(deal, event.shiftKey);
    },
  };
  return (
    <div
      ref={setNodeRef}
      className={classes.slot}
      data-dragging={isDragging || undefined}
      {...pointer}
      {...select}
    >
      <BoardCard
        deal={deal}
        selected={selected}
        box={
          <div className={boxes.box}>
            <Checkbox
              size="xs"
              aria-label={`${t("common:select")}: ${deal.title}`}
              checked={selected}
              onChange={() => undefined}
              onClick={(event: MouseEvent) => onToggle(deal, event.shiftKey)}
            />
          </div>
        }
        handle={
          <button
            ref={setActivatorNodeRef}
            type="button"
            className={classes.handle}
            {...attributes}
            aria-label={t("moveHandle", { title: deal.title })}
            onKeyDown={onKeyDown as React.KeyboardEventHandler}
          >
            <IconGripVertical size={14} aria-hidden />
          </button>
        }
      />
    </div>
  );
});

interface BoardCardProps {
  deal: Deal;
  handle?: ReactNode;
  box?: ReactNode;
  selected?: boolean;
  floating?: boolean;
}

export function BoardCard({ deal, handle, box, selected, floating }: BoardCardProps) {
  const formats = useFormats();
  const client = clientOf(deal);
  const titles = useCardTitles(client ? [client] : []);
  const pipeline = usePipelines()?.find(({ id }) => id === deal.pipeline_id);
  return (
    <article
      className={classes.card}
      data-floating={floating || undefined}
      data-selected={selected || undefined}
    >
      <div className={classes.top}>
        <Link
          to="/deals/$cardId"
          params={{ cardId: deal.id }}
          search={(before) => before}
          className={classes.title}
          draggable={false}
        >
          {deal.title}
        </Link>
        {box}
        {handle}
      </div>
      {client && <p className={classes.client}>{titles.get(cardText(client)) ?? "\u00a0"}</p>}
      {deal.open && <CardPulse card={{ kind: "deal", id: deal.id }} />}
      <div className={classes.bottom}>
        <span
          className={classes.amount}
          title={deal.amount ? formats.money(deal.amount) : undefined}
        >
          {deal.amount && <Money value={deal.amount} />}
        </span>
        <StayMark deal={deal} stage={pipeline?.stages.find(({ id }) => id === deal.stage_id)} />
        {deal.owner_name && <PersonFace id={deal.owner_id} name={deal.owner_name} />}
      </div>
    </article>
  );
}
