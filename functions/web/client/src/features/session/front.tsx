import { Button } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage, type Language } from "@/shared/i18n";
import classes from "./session.module.css";

const LANGUAGE_NAMES: Record<Language, string> = { ru: "Русский", en: "English" };

interface FrontProps {
  /** Of the browser's tab. */
  page: string;
  title: string;
  lead?: ReactNode;
  /** The way elsewhere, at the foot. */
  foot?: ReactNode;
  children: ReactNode;
}

/** What somebody sees before he is in. */
export function Front({ page, title, lead, foot, children }: FrontProps) {
  const { i18n } = useTranslation();
  useDocumentTitle(page);
  const other: Language = i18n.language === "ru" ? "en" : "ru";
  return (
    <div className={classes.page}>
      <main className={classes.panel}>
        <img className={classes.logo} src="/icon.svg" width={40} height={40} alt="" />
        <h1 className={classes.title}>{title}</h1>
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
        <div className={classes.foot}>
          {foot}
          <Button
            className={classes.language}
            variant="subtle"
            color="gray"
            size="compact-sm"
            lang={other}
            onClick={() => void chooseLanguage(other)}
          >
            {LANGUAGE_NAMES[other]}
          </Button>
        </div>
      </main>
    </div>
  );
}
