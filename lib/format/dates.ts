const LOCALE = "en";

const dateTime = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short" });
const dateTimeExact = new Intl.DateTimeFormat(LOCALE, { dateStyle: "full", timeStyle: "long" });
const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeZone: "UTC" });
const time = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
const dayAndMillisecond: Intl.DateTimeFormatOptions = {
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hourCycle: "h23",
};
const moment = new Intl.DateTimeFormat(LOCALE, dayAndMillisecond);
const momentUtc = new Intl.DateTimeFormat(LOCALE, { ...dayAndMillisecond, timeZone: "UTC" });
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" });

type Instant = string | number | Date;

/** `Nov 22, 2026, 10:04 AM` in the reader's time zone. */
export function formatDateTime(at: Instant): string {
  return dateTime.format(new Date(at));
}

/** The same with weekday, seconds and time zone: for tooltips. */
export function formatDateTimeExact(at: Instant): string {
  return dateTimeExact.format(new Date(at));
}

/** `Nov 22, 2026`, for dates without a time such as a price's. */
export function formatDate(at: Instant): string {
  return date.format(new Date(at));
}

/** `10:04:31`, 24 hours, for log lines. */
export function formatTime(at: Instant): string {
  return time.format(new Date(at));
}

/** `Nov 22, 10:04:31.250`, here or in UTC; without its day where that is the day of the moment before it. */
export function formatMoment(at: Instant, isUtc: boolean, before?: Instant): string {
  const format = (instant: Instant) => (isUtc ? momentUtc : moment).format(new Date(instant)).split(", ");
  const [day, clock] = format(at);
  return before !== undefined && format(before)[0] === day ? `${clock}` : `${day}, ${clock}`;
}

const STEPS: [limitMs: number, unitMs: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [60_000, 1_000, "second"],
  [3_600_000, 60_000, "minute"],
  [86_400_000, 3_600_000, "hour"],
  [30 * 86_400_000, 86_400_000, "day"],
  [365 * 86_400_000, 30 * 86_400_000, "month"],
  [Number.POSITIVE_INFINITY, 365 * 86_400_000, "year"],
];

/** `3 minutes ago`, `in 2 hours`; under ten seconds `just now`, so that it does not tick. */
export function formatRelative(at: Instant, now: number): string {
  const elapsedMs = new Date(at).getTime() - now;
  const size = Math.abs(elapsedMs);
  if (size < 10_000) return "just now";
  const [, unitMs, unit] = STEPS.find(([limitMs]) => size < limitMs) ?? [0, 1_000, "second"];
  return relative.format(Math.trunc(elapsedMs / unitMs), unit);
}
