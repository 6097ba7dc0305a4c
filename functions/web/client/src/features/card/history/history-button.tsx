import { Tabs } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { CardRef } from "@/shared/api";
import { RowSkeletons } from "@/shared/ui";
import { DrawerButton } from "../drawer-button";
import classes from "./history.module.css";

const ChangesPanel = lazy(() =>
  import("./changes-panel").then((found) => ({ default: found.ChangesPanel })),
);
const ViewersPanel = lazy(() =>
  import("./viewers-panel").then((found) => ({ default: found.ViewersPanel })),
);

/** The way to what became of a card's fields, and to who sees it. */
export function HistoryButton({ card }: { card: CardRef }) {
  const { t } = useTranslation("card");
  return (
    <DrawerButton label={t("historyOpen")} icon={<IconHistory size={16} />}>
      <Tabs defaultValue="changes" keepMounted={false}>
        <Tabs.List className={classes.tabs}>
          <Tabs.Tab value="changes">{t("historyTitle")}</Tabs.Tab>
          <Tabs.Tab value="viewers">{t("viewersTitle")}</Tabs.Tab>
        </Tabs.List>
        <Suspense fallback={<RowSkeletons count={4} />}>
          <Tabs.Panel value="changes">
            <ChangesPanel card={card} />
          </Tabs.Panel>
          <Tabs.Panel value="viewers">
            <ViewersPanel card={card} />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
    </DrawerButton>
  );
}
