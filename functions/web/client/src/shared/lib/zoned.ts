/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

/** The instant at which the clocks of a zone show a local time, `2026-11-24T09:00`. */
export function instantOf(local: string, timeZone: string): string {
  const asUtc = Date.parse(`${local.slice(0, 16)}:00Z`);
  const guess = asUtc - offsetAt(asUtc, timeZone);
  // Near a change of the clocks the first guess may stand on the other side of it.
  return new Date(asUtc - offsetAt(guess, timeZone)).toISOString();
}

/** What the clocks of a zone show at an instant, `2026-11-24T09:00`. */
export function localOf(instant: string | Date, timeZone: string): string {
  const ms = new Date(instant).getTime();
  return new Date(ms + offsetAt(ms, timeZone)).toISOString().slice(0, 16);
}
