import { Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SECTIONS } from "./navigation";
import classes from "./shell.module.css";

/** The rail of a phone: what a thumb reaches. */
export function PhoneBar() {
  const { t } = useTranslation();
  return (
    <nav className={classes.phoneBar} aria-label={t("navLabel")}>
      {SECTIONS.filter((section) => section.onPhone).map((section) => (
        <Link
          key={section.to}
          to={section.to}
          className={classes.phoneLink}
          activeOptions={{ exact: section.to === "/", includeSearch: false }}
        >
          <section.icon size={22} stroke={1.6} aria-hidden />
          <span>{t(section.label)}</span>
        </Link>
      ))}
      <Menu position="top-end" width={220}>
        <Menu.Target>
          <button type="button" className={classes.phoneLink}>
            <IconDots size={22} stroke={1.6} aria-hidden />
            <span>{t("navMore")}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {SECTIONS.filter((section) => !section.onPhone).map((section) => (
            <Menu.Item
              key={section.to}
              component={Link}
              to={section.to}
              leftSection={<section.icon size={18} stroke={1.75} />}
            >
              {t(section.label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
