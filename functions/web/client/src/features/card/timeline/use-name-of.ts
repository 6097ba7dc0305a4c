import { useTranslation } from "react-i18next";

/** What somebody is called: who sent a file by a link has told nobody his name. */
export function useNameOf(): (actor: { kind: string; name: string }) => string {
  const { t } = useTranslation("card");
  return ({ kind, name }) => (kind === "guest" ? t("guest") : name);
}
