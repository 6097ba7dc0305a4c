import type { Schemas } from "../../api/client";
import type { Formats } from "../../i18n";

type Span = Pick<Schemas["InvitationView"], "starts_at" | "ends_at" | "first_day" | "last_day">;

/** When an appointment is, in words: whole days are the same in every zone, instants are the reader's. */
export function spanOf(found: Span, formats: Formats): string | null {
  const { starts_at: starts, ends_at: ends, first_day: first, last_day: last } = found;
  if (first) {
    const day = formats.date(first);
    return last && last !== first ? `${day} – ${formats.date(last)}` : day;
  }
  if (!starts) return null;
  const begins = formats.exact(starts);
  if (!ends || ends === starts) return begins;
  const sameDay = formats.dayKey(starts) === formats.dayKey(ends);
  return `${begins} – ${sameDay ? formats.time(ends) : formats.exact(ends)}`;
}
