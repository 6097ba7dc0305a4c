import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import classes from "./card.module.css";

/** The facts at the left; on a narrow page folded above the timeline. */
export function FactsPanel({ children }: { children: ReactNode }) {
  const { t } = useTranslation("card");
  const [open, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <aside className={classes.facts} aria-label={t("facts")}>
      <Button
        className={classes.factsToggle}
        variant="default"
        fullWidth
        aria-expanded={open}
        aria-controls={id}
        onClick={toggle}
        rightSection={<IconChevronDown size={16} className={classes.factsChevron} />}
      >
        {open ? t("hideFacts") : t("showFacts")}
      </Button>
      <div id={id} className={classes.factsBody} data-open={open || undefined}>
        {children}
      </div>
    </aside>
  );
}
