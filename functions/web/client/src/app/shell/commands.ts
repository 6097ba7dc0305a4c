import { useMantineColorScheme } from "@mantine/core";
import {
  type Icon,
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconSettings,
  IconSun,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CardKind } from "@/shared/api";
import { chooseLanguage } from "@/shared/i18n";
import { CREATIONS } from "./create-menu";

export interface Command {
  key: string;
  label: string;
  icon: Icon;
  run: () => void;
  /** Offered before anything is typed. */
  first?: boolean;
}

interface Opens {
  onCreate: (kind: CardKind) => void;
  onHelp: () => void;
}

/** What can be done from the search by its name. */
export function useCommands({ onCreate, onHelp }: Opens): readonly Command[] {
  const { t, i18n } = useTranslation(["search", "common"]);
  const { setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const other = i18n.language === "ru" ? "en" : "ru";
  const creations = CREATIONS.map(({ kind, label, icon }) => ({
    key: `create-${kind}`,
    label: t(`search:${label}`),
    icon,
    first: true,
    run: () => onCreate(kind),
  }));
  return [
    ...creations,
    { key: "dark", label: t("themeDark"), icon: IconMoon, run: () => setColorScheme("dark") },
    { key: "light", label: t("themeLight"), icon: IconSun, run: () => setColorScheme("light") },
    {
      key: "auto",
      label: t("themeAuto"),
      icon: IconDeviceDesktop,
      run: () => setColorScheme("auto"),
    },
    {
      key: "language",
      label: t("otherLanguage"),
      icon: IconLanguage,
      run: () => void chooseLanguage(other),
    },
    {
      key: "settings",
      label: t("common:navSettings"),
      icon: IconSettings,
      run: () => void navigate({ to: "/settings" }),
    },
    { key: "keys", label: t("common:shortcutsTitle"), icon: IconKeyboard, run: onHelp },
  ];
}

/** Whether each word that was typed begins a word of the label. */
export function fits(label: string, query: string): boolean {
  const words = folded(label).split(/[\s-]+/);
  return folded(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((typed) => words.some((word) => word.startsWith(typed)));
}

function folded(text: string): string {
  return text.trim().toLocaleLowerCase().replaceAll("ё", "е");
}
