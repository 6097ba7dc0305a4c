import { ActionIcon, Tooltip } from "@mantine/core";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Section, SECTIONS } from "./navigation";
import classes from "./shell.module.css";

interface RailProps {
  narrow: boolean;
  onNarrow: (narrow: boolean) => void;
}

export function Rail({ narrow, onNarrow }: RailProps) {
  const { t } = useTranslation();
  const Toggle = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.rail} aria-label={t("navLabel")}>
      <div className={classes.brand}>
        <img src="/icon.svg" width={24} height={24} alt="" />
        {!narrow && <span>{t("appName")}</span>}
      </div>
      <div className={classes.nav}>
        {SECTIONS.map((section) => (
          <RailLink key={section.to} section={section} narrow={narrow} />
        ))}
      </div>
      <ActionIcon
        className={classes.collapse}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={narrow ? t("navExpand") : t("navCollapse")}
        onClick={() => onNarrow(!narrow)}
      >
        <Toggle size={18} stroke={1.75} />
      </ActionIcon>
    </nav>
  );
}

function RailLink({ section, narrow }: { section: Section; narrow: boolean }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t(section.label)} position="right" disabled={!narrow}>
      <Link
        to={section.to}
        className={classes.navLink}
        activeOptions={{ exact: section.to === "/", includeSearch: false }}
      >
        <section.icon size={18} stroke={1.75} aria-hidden />
        <span className={narrow ? classes.hidden : classes.navLabel}>{t(section.label)}</span>
      </Link>
    </Tooltip>
  );
}
