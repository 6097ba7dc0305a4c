import { useTranslation } from "react-i18next";
import type { StaffAbsence } from "@/shared/api";
import { useFormats } from "@/shared/i18n";

/** Says when a colleague is away, and who stands in. */
export function useAbsenceWords(): (absence: StaffAbsence) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ since, until, stand_in }) => {
    const now = since <= formats.dayKey(new Date());
    const days = { since: formats.shortDate(since), until: formats.shortDate(until) };
    const away = now ? t("awayUntil", days) : t("awayAhead", days);
    return stand_in ? `${away} · ${t("awayInstead", { name: stand_in.name })}` : away;
  };
}
