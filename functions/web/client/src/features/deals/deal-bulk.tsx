import { Button, Menu } from "@mantine/core";
import { IconArrowsExchange } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Deal, settleTallies } from "@/shared/api";
import { BulkBusy, GiveCards } from "@/shared/ui";
import { RemindCards } from "@/shared/ui/reminding/remind-cards";
import { useDealFilter } from "./filter";
import { useMovingAll } from "./moving/use-moving-all";

interface DealBulkProps {
  deals: readonly Deal[];
  onSettled: () => void;
}

/** What is done with several deals at once: another stage, another owner, a reminder of each. */
export function DealBulk({ deals, onSettled }: DealBulkProps) {
  const { t } = useTranslation("lists");
  const { filter } = useDealFilter();
  const client = useQueryClient();
  const settle = () => {
    void client.invalidateQueries({ queryKey: ["deals"] });
    settleTallies(client);
    onSettled();
  };
  const moving = useMovingAll(deals, filter.pipeline, settle);
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
            <Menu.Item key={stage.id} onClick={() => moving.begin(stage)}>
              {stage.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <GiveCards kind="deal" rows={deals} onSettled={settle} />
      <RemindCards kind="deal" rows={deals} onSettled={onSettled} />
      <BulkBusy progress={moving.progress} onStop={moving.stop} />
      {moving.dialog}
    </>
  );
}
