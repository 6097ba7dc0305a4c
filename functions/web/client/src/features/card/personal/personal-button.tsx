import { IconShieldLock } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { AnyCard, CardRef } from "@/shared/api";
import { RowSkeletons } from "@/shared/ui";
import { DrawerButton } from "../drawer-button";

const PersonalPanel = lazy(() => import("./personal-panel"));

/** The way to what is kept of a person; the cards of deals and companies are of nobody. */
export function PersonalButton({ card, record }: { card: CardRef; record: AnyCard }) {
  const { t } = useTranslation("erasing");
  if (card.kind !== "contact" && card.kind !== "lead") return null;
  return (
    <DrawerButton label={t("open")} icon={<IconShieldLock size={16} />}>
      <Suspense fallback={<RowSkeletons count={4} />}>
        <PersonalPanel card={{ kind: card.kind, id: card.id }} record={record} />
      </Suspense>
    </DrawerButton>
  );
}
