import { ActionIcon, Drawer, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconShieldLock } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { AnyCard, CardRef } from "@/shared/api";
import { RowSkeletons } from "@/shared/ui";

const PersonalPanel = lazy(() => import("./personal-panel"));

/** The way to what is kept of a person; the cards of deals and companies are of nobody. */
export function PersonalButton({ card, record }: { card: CardRef; record: AnyCard }) {
  const { t } = useTranslation(["erasing", "common"]);
  const [opened, { open, close }] = useDisclosure(false);
  if (card.kind !== "contact" && card.kind !== "lead") return null;
  return (
    <>
      <Tooltip label={t("open")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t("open")}
          aria-haspopup="dialog"
          onClick={open}
        >
          <IconShieldLock size={16} />
        </ActionIcon>
      </Tooltip>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size={520}
        title={t("open")}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <Suspense fallback={<RowSkeletons count={4} />}>
          <PersonalPanel card={{ kind: card.kind, id: card.id }} record={record} />
        </Suspense>
      </Drawer>
    </>
  );
}
