import { Button } from "@mantine/core";
import { useDisclosure, useDocumentTitle } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { chooseLanguage, type Language } from "@/shared/i18n";
import { SignInForm } from "./sign-in-form";
import classes from "./session.module.css";

const LANGUAGE_NAMES: Record<Language, string> = { ru: "Русский", en: "English" };

export function SignInPage() {
  const { t, i18n } = useTranslation(["session", "common"]);
  const { to } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const [helped, { toggle }] = useDisclosure(false);
  useDocumentTitle(t("title"));
  const other: Language = i18n.language === "ru" ? "en" : "ru";
  return (
    <div className={classes.page}>
      <main className={classes.panel}>
        <img className={classes.logo} src="/icon.svg" width={40} height={40} alt="" />
        <h1 className={classes.title}>{t("common:appName")}</h1>
        <p className={classes.lead}>{t("lead")}</p>
        <SignInForm onDone={() => void navigate({ href: to ?? "/", replace: true })} />
        <div className={classes.foot}>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={toggle}>
            {t("forgotten")}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            lang={other}
            onClick={() => void chooseLanguage(other)}
          >
            {LANGUAGE_NAMES[other]}
          </Button>
        </div>
        {helped && (
          <p className={classes.help} role="status">
            {t("forgottenText")}
          </p>
        )}
      </main>
    </div>
  );
}
