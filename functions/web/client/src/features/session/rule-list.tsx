import { VisuallyHidden } from "@mantine/core";
import { IconCheck, IconCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { PASSWORD_RULES, RULE_NAMES } from "./password-rules";
import classes from "./session.module.css";

/** The rules, each marked as soon as what is typed keeps it. */
export function RuleList({ id, password }: { id: string; password: string }) {
  const { t } = useTranslation("session");
  return (
    <ul id={id} className={classes.rules}>
      {RULE_NAMES.map((rule) => {
        const met = PASSWORD_RULES[rule](password);
        return (
          <li key={rule} data-met={met || undefined}>
            {met ? <IconCheck size={16} aria-hidden /> : <IconCircle size={16} aria-hidden />}
            {t(`rule_${rule}`)}
            <VisuallyHidden>{met ? t("ruleMet") : t("ruleOpen")}</VisuallyHidden>
          </li>
        );
      })}
    </ul>
  );
}
