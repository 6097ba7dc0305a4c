import { useTranslation } from "react-i18next";
import type { Reminder } from "@/shared/api";
import { useFormats } from "@/shared/i18n";
import { localOf, readRule } from "@/shared/lib";

/** Says in words how a reminder comes again: "each working day at 9:00, until 31 December". */
export function useRepeatWords(): (reminder: Reminder) => string | null {
  const { t, i18n } = useTranslation("telling");
  const formats = useFormats();
  return ({ at, repeat }) => {
    if (!repeat) return null;
    const { key, every, day, until, count } = readRule(repeat.rule);
    const local = localOf(new Date(at), repeat.time_zone);
    const date = new Date(`${local.slice(0, 10)}T12:00Z`);
    const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: "long", timeZone: "UTC" });
    const said = t(`words_${key}`, {
      count: every,
      weekday: weekday.format(date),
      day: day || Number(local.slice(8, 10)),
      time: local.slice(11, 16),
    });
    const end = until
      ? t("words_until", { day: formats.shortDate(until) })
      : count
        ? t("words_left", { count })
        : null;
    return end ? `${said}, ${end}` : said;
  };
}
