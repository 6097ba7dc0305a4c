import { useDroppable } from "@dnd-kit/core";
import { Button, Tooltip } from "@mantine/core";
import { IconCircleX, IconTrophy } from "@tabler/icons-react";
import { useCallback, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Deal, Schemas, Stage } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { ErrorState, Money, RowSkeletons } from "@/shared/ui";
import { DraggableCard } from "./board-card";
import classes from "./board.module.css";
import type { DealFilter } from "./filter";
import { allOf, useStageDeals } from "./queries";
import type { BoardSelection } from "./selecting/use-board-selection";

function EndMark({ kind }: { kind: "won" | "lost" }) {
  const { t } = useTranslation("deals");
  const Icon = kind === "won" ? IconTrophy : IconCircleX;
  return (
    <Tooltip label={t(kind)}>
      <span className={classes.kind} role="img" aria-label={t(kind)}>
        <Icon size={14} />
      </span>
    </Tooltip>
  );
}

interface StageColumnProps {
  stage: Stage;
  filter: DealFilter;
  dragged: Deal | null;
  selection: BoardSelection;
  /** A tap on a card selects it. */
  picking: boolean;
  /** What the portal counts in the stage, once it is known. */
  tally: Schemas["StageTallyView"] | undefined;
}

export function StageColumn(props: StageColumnProps) {
  const { stage, filter, dragged, picking, tally } = props;
  const { keys, show, toggle } = props.selection;
  const { t } = useTranslation(["deals", "common"]);
  const formats = useFormats();
  const { setNodeRef, isOver } = useDroppable({ id: stage.id });
  const query = useStageDeals(stage.id, filter);
  const deals = useMemo(() => allOf(query.data?.pages), [query.data]);
  useEffect(() => show(stage.id, deals), [show, stage.id, deals]);
  const onToggle = useCallback(
    ({ id }: Deal, range: boolean) =>
      toggle({ key: id, range: range ? deals.map((deal) => deal.id) : undefined }),
    [toggle, deals],
  );
  const target = isOver && dragged?.stage_id !== stage.id;
  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      data-target={target || undefined}
      data-kind={stage.kind}
      aria-label={stage.name}
    >
      <header className={classes.head}>
        <span
          className={classes.dot}
          style={{ background: `var(--stage-${stage.colour})` }}
          aria-hidden
        />
        <h2 className={classes.name} title={stage.name}>
          {stage.name}
        </h2>
        {stage.kind !== "open" && <EndMark kind={stage.kind} />}
        {tally && (
          <span className={classes.count} aria-label={t("sumOf", { count: tally.count })}>
            {tally.more ? t("countMore", { count: tally.count }) : formats.number(tally.count)}
          </span>
        )}
        <span className={classes.sum}>
          {tally?.sums.map((sum) => (
            <Money key={sum.currency} value={sum} />
          ))}
        </span>
      </header>
      <div className={classes.cards}>
        {query.isPending && <RowSkeletons count={3} height={84} />}
        {query.isError && !query.data && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {deals.map((deal) => (
          <DraggableCard
            key={deal.id}
            deal={deal}
            selected={keys.has(deal.id)}
            picking={picking}
            onToggle={onToggle}
          />
        ))}
        {query.data && deals.length === 0 && !query.hasNextPage && (
          <p className={classes.empty}>{t("stageEmpty")}</p>
        )}
        {query.hasNextPage && (
          <Button
            variant="subtle"
            color="gray"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("common:showMore")}
          </Button>
        )}
      </div>
    </section>
  );
}
