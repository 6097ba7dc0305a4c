import type { Formats } from "../../i18n";

/** The time of today, or the day and the time. */
export function shortly(formats: Formats, at: string): string {
  const today = formats.dayKey(at) === formats.dayKey(new Date());
  return today ? formats.time(at) : `${formats.day(at)}, ${formats.time(at)}`;
}
