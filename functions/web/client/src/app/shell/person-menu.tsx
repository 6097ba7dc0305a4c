import { Menu } from "@mantine/core";
import { IconLogout, IconSettings } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { Face, LookItems, useLeave } from "@/shared/ui";
import classes from "./shell.module.css";

export function PersonMenu() {
  const { t } = useTranslation();
  const person = usePerson();
  const leave = useLeave();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button
          type="button"
          className={classes.person}
          aria-label={t("personMenu", { name: person.name })}
        >
          <Face name={person.name} size={28} silent />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.personCard}>
          <strong>{person.name}</strong>
          <span>{person.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={16} />}>
          {t("navSettings")}
        </Menu.Item>
        <Menu.Divider />
        <LookItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
