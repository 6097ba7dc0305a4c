import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type AnyCard, usePerson } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import classes from "@/shared/ui/erasing/erasing.module.css";

/** Says of a card that its person is gone from it. */
export function ErasedNotice({ record }: { record: AnyCard }) {
  const { t } = useTranslation("erasing");
  const formats = useFormats();
  const owner = usePerson().roles.includes("owner");
  if (!record.erased_at) return null;
  return (
    <div className={classes.notice} role="note">
      <strong>{t("erasedOn", { date: formats.date(formats.dayKey(record.erased_at)) })}</strong>
      <p className={classes.text}>{t("erasedText")}</p>
      {owner && (
        <Link to="/settings/$section" params={{ section: "erasures" }}>
          {t("toErasures")}
        </Link>
      )}
    </div>
  );
}
