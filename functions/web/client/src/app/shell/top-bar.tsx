import { ActionIcon, Indicator, Kbd } from "@mantine/core";
import { IconBell, IconKeyboard, IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type CardKind, useUnread } from "@/shared/api";
import { CreateMenu, CreateMenuPhone } from "./create-menu";
import { PersonMenu } from "./person-menu";
import classes from "./shell.module.css";

interface TopBarProps {
  onSearch: () => void;
  onCreate: (kind: CardKind) => void;
  onHelp: () => void;
}

export function TopBar({ onSearch, onCreate, onHelp }: TopBarProps) {
  const { t } = useTranslation();
  return (
    <section className={classes.topBar} aria-label={t("topBar")}>
      <button type="button" className={classes.search} onClick={onSearch}>
        <IconSearch size={16} aria-hidden />
        <span className={classes.searchText}>{t("searchPlaceholder")}</span>
        <span className={classes.searchKeys} aria-hidden>
          <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">K</Kbd>
        </span>
      </button>
      <div className={classes.topActions}>
        <CreateMenu onCreate={onCreate} />
        <CreateMenuPhone onCreate={onCreate} />
        <ActionIcon
          className={classes.onlyWide}
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t("shortcutsTitle")}
          onClick={onHelp}
        >
          <IconKeyboard size={18} stroke={1.75} />
        </ActionIcon>
        <Bell />
        <PersonMenu />
      </div>
    </section>
  );
}

function Bell() {
  const { t } = useTranslation();
  const unread = useUnread();
  const label = t("notificationsUnread", { count: unread });
  return (
    <Indicator
      disabled={unread === 0}
      label={unread > 99 ? "99+" : unread}
      size={16}
      offset={5}
      color="accent"
    >
      <ActionIcon
        component={Link}
        to="/notifications"
        variant="subtle"
        color="gray"
        size={32}
        aria-label={label}
      >
        <IconBell size={18} stroke={1.75} />
      </ActionIcon>
    </Indicator>
  );
}
