import { IconHourglass } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "@/shared/api";
import { RowSkeletons } from "@/shared/ui";
import { DrawerButton } from "../drawer-button";

const StageLogPanel = lazy(() =>
  import("./stage-log-panel").then((found) => ({ default: found.StageLogPanel })),
);

/** The way to how long a deal stood in its stages, and who moved it. */
export function StageLogButton({ deal }: { deal: Deal }) {
  const { t } = useTranslation("card");
  return (
    <DrawerButton label={t("stageLog")} icon={<IconHourglass size={16} />}>
      <Suspense fallback={<RowSkeletons count={4} />}>
        <StageLogPanel deal={deal} />
      </Suspense>
    </DrawerButton>
  );
}
