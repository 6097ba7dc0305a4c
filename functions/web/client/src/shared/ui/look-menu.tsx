import { ActionIcon, Menu, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { chooseLanguage, type Language, LANGUAGES } from "../i18n";

const LANGUAGE_NAMES: Record<Language, string> = { ru: "Русский", en: "English" };
const THEMES = { light: "themeLight", dark: "themeDark", auto: "themeAuto" } as const;

/** The lines of a menu by which the reader chooses his theme and language on this device. */
export function LookItems() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
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
    </>
  );
}

/** The same behind a button of its own, for pages of those who are not signed in. */
export function LookMenu() {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t("look")}>
          <IconLanguage size={20} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <LookItems />
      </Menu.Dropdown>
    </Menu>
  );
}
