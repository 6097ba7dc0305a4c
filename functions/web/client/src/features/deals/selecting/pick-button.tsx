import { ActionIcon } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./selecting.module.css";

interface PickButtonProps {
  picking: boolean;
  onChange: (picking: boolean) => void;
}

/** Where nothing hovers: from now on a tap selects a card and does not open it, until one says otherwise. */
export function PickButton({ picking, onChange }: PickButtonProps) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      className={classes.pick}
      variant={picking ? "filled" : "default"}
      size={30}
      aria-label={t("select")}
      aria-pressed={picking}
      onClick={() => onChange(!picking)}
    >
      <IconListCheck size={16} />
    </ActionIcon>
  );
}
