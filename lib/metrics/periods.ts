const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** CloudWatch keeps points of a minute for 15 days, of five minutes for 63 and of an hour for 455. */
const RETENTION: readonly { periodSeconds: number; days: number }[] = [
  { periodSeconds: 60, days: 15 },
  { periodSeconds: 300, days: 63 },
  { periodSeconds: 3_600, days: 455 },
];
/** What CloudWatch still holds: nothing older than this. */
export const RETENTION_MS = 455 * DAY_MS;

/** Round numbers that a person can name: 1, 5 and 15 minutes, 1, 6 and 24 hours. */
const PERIODS = [60, 300, 900, 3_600, 21_600, 86_400];
/** As many points as a chart can show. */
const MAX_POINTS = 750;

/** The finest period in which CloudWatch still holds points of that age, in seconds. */
export function finestKeptPeriod(ageMs: number): number {
  return RETENTION.find(({ days }) => ageMs <= days * DAY_MS)?.periodSeconds ?? 3_600;
}

/** How long CloudWatch keeps points of a period, milliseconds. */
export function keptForMs(periodSeconds: number): number {
  return (RETENTION.findLast((each) => each.periodSeconds <= periodSeconds)?.days ?? 15) * DAY_MS;
}

/** The period of a window in seconds: as fine as it is kept, and no finer than a chart can show, or `maxPoints` allows. */
export function choosePeriod(fromMs: number, toMs: number, nowMs: number, maxPoints = MAX_POINTS): number {
  const kept = finestKeptPeriod(nowMs - fromMs);
  const fits = PERIODS.find(
    (period) => period >= kept && (toMs - fromMs) / (period * 1_000) <= Math.min(maxPoints, MAX_POINTS),
  );
  return fits ?? 86_400;
}

/** The shortest window that says anything: five points of a minute. */
export const MIN_WINDOW_MS = 5 * MINUTE_MS;
