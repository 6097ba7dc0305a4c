import { Button } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeyF } from "../filters/use-key-f";
import type { Views } from "../views/use-view-bar";
import { AppliedLine } from "./applied-line";
import type { ListToolsProps } from "./list-tools";
import { useApplied } from "./use-applied";
import classes from "./tools.module.css";

const ToolsSheet = lazy(() => import("./tools-sheet"));

/** One line of a phone's page: the button of the sheet, and what is in force, which scrolls. */
export function PhoneTools(props: ListToolsProps & { views: Views }) {
  const { t } = useTranslation("filters");
  const [open, setOpen] = useState(false);
  /** Once it has been opened it stays, so that it can go away as gently as it came. */
  const [begun, setBegun] = useState(false);
  const show = () => {
    setBegun(true);
    setOpen(true);
  };
  const button = useRef<HTMLButtonElement>(null);
  const hide = () => {
    setOpen(false);
    // The sheet comes by itself a moment after the press, too late to know where the focus was.
    setTimeout(() => button.current?.focus({ preventScroll: true }));
  };
  useKeyF(show);
  const applied = useApplied(props);
  const count = applied.filter(({ onRemove }) => onRemove).length;
  return (
    <div className={classes.line}>
      <Button
        ref={button}
        className={classes.open}
        size="xs"
        variant="default"
        aria-haspopup="dialog"
        aria-label={count > 0 ? t("filtersOf", { count }) : undefined}
        leftSection={<IconFilter size={16} aria-hidden />}
        onClick={show}
      >
        {t("filters")}
        {count > 0 && <span className={classes.count}>{count}</span>}
      </Button>
      {props.look}
      <AppliedLine applied={applied} onOpen={show} />
      <Suspense>{begun && <ToolsSheet {...props} opened={open} onClose={hide} />}</Suspense>
    </div>
  );
}
