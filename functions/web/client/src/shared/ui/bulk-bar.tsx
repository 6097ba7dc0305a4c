import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./bulk-bar.module.css";

interface BulkBarProps {
  count: number;
  /** What can be done with what is selected. */
  children: ReactNode;
  onClear: () => void;
}

/** How many are selected, what can be done with them, and the way back to none; it lies above the page's end. */
export function BulkBar({ count, children, onClear }: BulkBarProps) {
  const { t } = useTranslation();
  const label = count > 0 ? t("selected", { count }) : t("selectSome");
  return (
    <div className={classes.bulk} role="toolbar" aria-label={label}>
      <span className="tabular" aria-live="polite">
        {label}
      </span>
      {children}
      <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
        {count > 0 ? t("clearSelection") : t("cancel")}
      </Button>
    </div>
  );
}
