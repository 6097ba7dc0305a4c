import { ActionIcon, Drawer, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface DrawerButtonProps {
  /** The name of the button, and of what it opens. */
  label: string;
  icon: ReactNode;
  /** What stands in the drawer; it is fetched when it is opened first. */
  children: ReactNode;
}

/** A button of the card's head that opens something beside the card. */
export function DrawerButton({ label, icon, children }: DrawerButtonProps) {
  const { t } = useTranslation("common");
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={label}
          aria-haspopup="dialog"
          onClick={open}
        >
          {icon}
        </ActionIcon>
      </Tooltip>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size={520}
        title={label}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {children}
      </Drawer>
    </>
  );
}
