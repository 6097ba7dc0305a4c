import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconLogout, IconSettings } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { queryClient, session, usePerson } from "@/shared/api";
import { chooseLanguage, type Language, LANGUAGES } from "@/shared/i18n";
import { forgetDrafts } from "@/shared/lib";
import { Face } from "@/shared/ui";
import classes from "./shell.module.css";

const LANGUAGE_NAMES: Record<Language, string> = { ru: "Русский", en: "English" };
const THEMES = { light: "themeLight", dark: "themeDark", auto: "themeAuto" } as const;

export function PersonMenu() {
  const { t, i18n } = useTranslation();
  const person = usePerson();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = async () => {
    await session.signOut();
    forgetDrafts();
    queryClient.clear();
    globalThis.location.assign("/sign-in");
  };
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
        <Menu.Label>{t("theme")}</Menu.Label>
        {Object.entries(THEMES).map(([scheme, label]) => (
          <Menu.Item
            key={scheme}
            closeMenuOnClick={false}
            rightSection={colorScheme === scheme && <IconCheck size={16} />}
            onClick={() => setColorScheme(scheme as keyof typeof THEMES)}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Label>{t("language")}</Menu.Label>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            closeMenuOnClick={false}
            rightSection={i18n.language === language && <IconCheck size={16} />}
            onClick={() => void chooseLanguage(language)}
          >
            {LANGUAGE_NAMES[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
