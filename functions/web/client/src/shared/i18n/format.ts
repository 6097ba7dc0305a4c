import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../api/use-session";

export interface Money {
  amount: string;
  currency: string;
}

export interface Formats {
  /** "4 850 000 ₽": without kopecks where there are none. */
  money: (money: Money) => string;
  number: (value: number) => string;
  /** A decimal that comes as text, of any length. */
  decimal: (value: string) => string;
  /** A calendar day that is the same in every zone, "12 November 2026", from 2026-11-12. */
  date: (day: string) => string;
  /** The same in short, "12 Nov", with the year where it is not this one. */
  shortDate: (day: string) => string;
  /** "12 Nov", with the year where it is not this one. */
  day: (instant: string | Date) => string;
  /** "Thursday, 12 November". */
  longDay: (instant: string | Date) => string;
  time: (instant: string | Date) => string;
  /** Date and time in full. */
  exact: (instant: string | Date) => string;
  /** "5 minutes ago", "yesterday". */
  relative: (instant: string | Date) => string;
  /** The two largest units of a length of time: "3 d 4 h". */
  duration: (seconds: number) => string;
  bytes: (count: number) => string;
  /** The calendar day in the reader's zone, as YYYY-MM-DD. */
  dayKey: (instant: string | Date) => string;
}

const SECONDS = { day: 86_400, hour: 3_600, minute: 60 } as const;
const THIN_SPACE = "\u202f";

/** How a reader of a language in a time zone wants to see values. */
export function formatsOf(language: string, timeZone: string | undefined): Formats {
  const zoned = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone, ...options });
  const day = zoned({ day: "numeric", month: "short" });
  const dayOfYear = zoned({ day: "numeric", month: "short", year: "numeric" });
  const longDay = zoned({ weekday: "long", day: "numeric", month: "long" });
  const time = zoned({ timeStyle: "short" });
  const exact = zoned({ dateStyle: "long", timeStyle: "short" });
  const number = new Intl.NumberFormat(language);
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 20 });
  const calendar = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const shortDate = formatsOfDays(language);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const key = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const year = (date: Date) => key.format(date).slice(0, 4);
  return {
    money: (money) => moneyIn(language, money),
    number: (value) => number.format(value),
    decimal: (value) => decimal.format(value as Intl.StringNumericLiteral),
    date: (day) => calendar.format(new Date(`${day}T00:00:00Z`)),
    shortDate: (day) => shortDate(day, year(new Date())),
    day: (instant) => {
      const date = new Date(instant);
      return (year(date) === year(new Date()) ? day : dayOfYear).format(date);
    },
    longDay: (instant) => longDay.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    exact: (instant) => exact.format(new Date(instant)),
    relative: (instant) => relativeIn(relative, new Date(instant), new Date()),
    duration: (seconds) => durationIn(language, seconds),
    bytes: (count) => bytesIn(language, count),
    dayKey: (instant) => key.format(new Date(instant)),
  };
}

/** Days that are the same in every zone; the year stands where it is another than the one given. */
function formatsOfDays(language: string) {
  const usual = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  const near = new Intl.DateTimeFormat(language, usual);
  const far = new Intl.DateTimeFormat(language, { ...usual, year: "numeric" });
  return (day: string, year: string) =>
    (day.startsWith(year) ? near : far).format(new Date(`${day}T00:00:00Z`));
}

export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const state = useSession();
  const zone = "person" in state ? state.person.time_zone : undefined;
  return useMemo(() => formatsOf(i18n.language, zone), [i18n.language, zone]);
}

/** A time zone as one is chosen: "Moscow (UTC+3)", by the offset of now. */
export function zoneLabel(language: string, timeZone: string): string {
  const part = (timeZoneName: "shortGeneric" | "shortOffset") =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName })
      .formatToParts()
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
  const offset = part("shortOffset").replace("GMT", "UTC").replace("+0", "");
  const city = (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
  // English names of cities are those of the zones; in another language only the place without "time" is one.
  const place = language.startsWith("en") ? city : part("shortGeneric");
  return `${place.startsWith("GMT") ? city : place} (${offset})`;
}

const ZONES = Intl.supportedValuesOf("timeZone");

/** All time zones for a choice, as people call them; one that the browser does not know is among them, too. */
export function zoneChoices(language: string, chosen: string): { value: string; label: string }[] {
  const zones = ZONES.includes(chosen) ? ZONES : [chosen, ...ZONES];
  return zones
    .map((value) => ({ value, label: zoneLabel(language, value) }))
    .sort((one, other) => one.label.localeCompare(other.label, language));
}

/** How people call a time zone: "Moscow", or its offset where it has no name. */
export function zoneName(language: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(language, {
    timeZone,
    timeZoneName: "longGeneric",
  }).formatToParts();
  const city = (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? city;
}

function moneyIn(language: string, { amount, currency }: Money): string {
  const whole = /\.0+$/.test(amount) || !amount.includes(".");
  const format = new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  });
  // The text goes in as it is: a decimal of fifteen digits does not survive a float.
  return format
    .formatToParts(amount as Intl.StringNumericLiteral)
    .map(({ type, value }) => (type === "group" ? value.replace(/\s/g, THIN_SPACE) : value))
    .join("");
}

function relativeIn(format: Intl.RelativeTimeFormat, then: Date, now: Date): string {
  const seconds = Math.round((then.getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  if (size < SECONDS.minute) return format.format(0, "second");
  if (size < SECONDS.hour) return format.format(Math.trunc(seconds / SECONDS.minute), "minute");
  if (size < SECONDS.day) return format.format(Math.trunc(seconds / SECONDS.hour), "hour");
  if (size < 30 * SECONDS.day) return format.format(Math.trunc(seconds / SECONDS.day), "day");
  if (size < 365 * SECONDS.day)
    return format.format(Math.trunc(seconds / (30 * SECONDS.day)), "month");
  return format.format(Math.trunc(seconds / (365 * SECONDS.day)), "year");
}

function durationIn(language: string, seconds: number): string {
  const parts: [number, "day" | "hour" | "minute"][] = [
    [Math.trunc(seconds / SECONDS.day), "day"],
    [Math.trunc((seconds % SECONDS.day) / SECONDS.hour), "hour"],
    [Math.trunc((seconds % SECONDS.hour) / SECONDS.minute), "minute"],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  const shown = first < 0 ? parts.slice(2) : parts.slice(first, first + 2);
  return shown
    .filter(([count], index) => count > 0 || index === 0)
    .map(([count, unit]) =>
      new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "narrow" }).format(count),
    )
    .join(THIN_SPACE);
}

function bytesIn(language: string, count: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = count < 1 ? 0 : Math.min(Math.floor(Math.log10(count) / 3), units.length - 1);
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[step],
    unitDisplay: "short",
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(count / 1000 ** step);
}
