import { useDraggable } from "@dnd-kit/core";
import { IconGripVertical } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cardText, type Deal, useCardTitles, usePipelines } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { Face, Money } from "@/shared/ui";
import { CardPulse } from "@/shared/ui/pulse/card-pulse";
import { StayMark } from "@/shared/ui/stay/stay-mark";
import classes from "./board.module.css";
import { clientOf } from "./deal-list";

/** A deal that can be taken: anywhere with a pointer, by its handle with the keyboard. */
export const DraggableCard = memo(function DraggableCard({ deal }: { deal: Deal }) {
  const { t } = useTranslation("deals");
  const { attributes, listeners, isDragging, setNodeRef, setActivatorNodeRef } = useDraggable({
    id: deal.id,
    data: { deal },
  });
  const { onKeyDown, ...pointer } = listeners ?? {};
  return (
    <div
      ref={setNodeRef}
      className={classes.slot}
      data-dragging={isDragging || undefined}
      {...pointer}
    >
      <BoardCard
        deal={deal}
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
  floating?: boolean;
}

export function BoardCard({ deal, handle, floating }: BoardCardProps) {
  const formats = useFormats();
  const client = clientOf(deal);
  const titles = useCardTitles(client ? [client] : []);
  const pipeline = usePipelines()?.find(({ id }) => id === deal.pipeline_id);
  return (
    <article className={classes.card} data-floating={floating || undefined}>
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
        {deal.owner_name && <Face name={deal.owner_name} />}
      </div>
    </article>
  );
}
