import { Button, Menu } from "@mantine/core";
import { IconArrowsExchange } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Deal, type Stage } from "@/shared/api";
import { BulkBusy, GiveCards, type Loss, LostDialog, useBulk } from "@/shared/ui";
import { MergeSelected } from "@/shared/ui/merging/merge-buttons";
import { useDealFilter } from "./filter";

interface DealBulkProps {
  deals: readonly Deal[];
  onSettled: () => void;
}

/** What is done with several deals at once: another stage, another owner. */
export function DealBulk({ deals, onSettled }: DealBulkProps) {
  const { t } = useTranslation("lists");
  const { filter } = useDealFilter();
  const [losing, setLosing] = useState<Stage | null>(null);
  const bulk = useBulk(onSettled);
  const put = (stage: Stage, loss?: Loss) =>
    void bulk.run(
      deals.filter((deal) => deal.stage_id !== stage.id),
      async (deal) => {
        await moveDeal(deal.id, stage.id, loss);
        return () => moveDeal(deal.id, deal.stage_id, lossOf(deal));
      },
      (count) => t("movedAll", { count, stage: stage.name }),
    );
  return (
    <>
      <Menu position="top">
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconArrowsExchange size={16} />}>
            {t("moveTo")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {filter.pipeline?.stages.map((stage) => (
            <Menu.Item
              key={stage.id}
              onClick={() => (stage.kind === "lost" ? setLosing(stage) : put(stage))}
            >
              {stage.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <GiveCards kind="deal" rows={deals} onSettled={onSettled} />
      <MergeSelected kind="deal" rows={deals} onSettled={onSettled} />
      <BulkBusy progress={bulk.progress} onStop={bulk.stop} />
      {losing && (
        <LostDialog
          title={
            deals.length === 1 ? (deals[0]?.title ?? "") : t("several", { count: deals.length })
          }
          reasons={filter.pipeline?.lost_reasons ?? []}
          onSubmit={(loss) => {
            setLosing(null);
            put(losing, loss);
          }}
          onClose={() => setLosing(null)}
        />
      )}
    </>
  );
}

function lossOf(deal: Deal): Loss | undefined {
  return deal.lost_reason
    ? { reason: deal.lost_reason, note: deal.lost_note ?? undefined }
    : undefined;
}

function moveDeal(card_id: string, stage_id: string, loss?: Loss) {
  return bodyOf(
    api.POST("/api/crm/deals/{card_id}/stage", {
      params: { path: { card_id } },
      body: { stage_id, ...loss },
    }),
  );
}
