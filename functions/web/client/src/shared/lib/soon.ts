import { localOf } from "./zoned";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Instants that people mean by "soon", as local times of a zone; a day begins in the `morning`. */
export function soonInstants(now: Date, timeZone: string, morning = "09:00") {
  const today = localOf(now, timeZone).slice(0, 10);
  const dayAfter = (days: number) =>
    new Date(Date.parse(`${today}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  const weekday = new Date(`${today}T00:00Z`).getUTCDay();
  const untilMonday = (8 - weekday) % 7 || 7;
  return {
    hour: localOf(new Date(now.getTime() + HOUR_MS), timeZone),
    tomorrow: `${dayAfter(1)}T${morning}`,
    monday: `${dayAfter(untilMonday)}T${morning}`,
  };
}
