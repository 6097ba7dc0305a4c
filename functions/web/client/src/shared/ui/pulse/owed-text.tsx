import { IconClockExclamation, IconClockHour4 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type CardRef, usePulse } from "../../api";
import { useFormats } from "../../i18n";
import { useNow } from "../../lib";
import { type Owed, owedAt } from "./owed";
import { shortly } from "./shortly";

/** What is left of the time in which the client of a card is to be answered; null while there is enough of it. */
export function useOwed(card: CardRef): Owed | null {
  return owedAt(usePulse(card), useNow());
}

/** In words: by how much an answer is overdue, or by when it is due. */
export function useOwedText(): (owed: Owed) => string {
  const { t } = useTranslation("pulse");
  const formats = useFormats();
  return (owed) =>
    owed.state === "overdue"
      ? t("overdueBy", { time: formats.duration(owed.late / 1000) })
      : t("answerSoon", { by: shortly(formats, owed.by) });
}

/** A clock that has run out, or one that still runs. */
export function OwedIcon({ owed, size }: { owed: Owed; size: number }) {
  const Icon = owed.state === "overdue" ? IconClockExclamation : IconClockHour4;
  return <Icon size={size} aria-hidden />;
}
