import { Cron } from "croner";

/** When something happens again and again, or once. Times are epoch milliseconds. */
export type Schedule = {
  /** The first time after `afterMs`; null when there is none any more. */
  next(afterMs: number): number | null;
};

/** Why an expression is no schedule, in words for the person who wrote it. */
export class ScheduleError extends Error {}

const UNIT_MS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const AT = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/;
const RATE = /^rate\((\d+) (minute|hour|day)(s?)\)$/;
const CRON = /^cron\((.*)\)$/;
/** Where the values of cron's first five fields end. */
const LAST_VALUES = [59, 23, 31, 12, 7];

/**
 * Reads `at(2026-03-01T08:00:00)`, `rate(1 hour)` and `cron(0 8 ? * MON-FRI *)` as Application Auto Scaling does
 * ("Scheduled scaling", user guide). `at` and `cron` are in the time zone, UTC when null; `rate` counts from `anchorMs`.
 * Throws ScheduleError.
 */
export function parseSchedule(expression: string, timeZone: string | null, anchorMs: number): Schedule {
  const zone = knownZone(timeZone ?? "UTC");
  const at = AT.exec(expression)?.[1];
  if (at) return once(at, zone);
  const [, value, unit, plural] = RATE.exec(expression) ?? [];
  if (value && unit) return every(Number(value), unit, plural === "s", anchorMs);
  const fields = CRON.exec(expression)?.[1];
  if (fields !== undefined) return cron(fields, zone);
  throw new ScheduleError(
    "Write at(yyyy-mm-ddThh:mm:ss), rate(value unit) with minutes, hours or days, or cron(minutes hours day-of-month month day-of-week year).",
  );
}

/** Looking a zone up is slow, and a minute of a schedule is looked up with it. */
const knownZones = new Set<string>();

function knownZone(zone: string): string {
  if (knownZones.has(zone)) return zone;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    knownZones.add(zone);
    return zone;
  } catch {
    throw new ScheduleError(`There is no time zone ${zone}. Use a name such as Europe/Berlin or UTC.`);
  }
}

function once(local: string, zone: string): Schedule {
  let time: number | undefined;
  try {
    time = new Cron(local, { timezone: zone, paused: true }).getOnce()?.getTime();
  } catch {
    // said below
  }
  if (time === undefined || Number.isNaN(time)) throw new ScheduleError(`${local} is not a date and time.`);
  const at = time;
  return { next: (afterMs) => (at > afterMs ? at : null) };
}

function every(value: number, unit: string, isPlural: boolean, anchorMs: number): Schedule {
  if (value < 1) throw new ScheduleError("A rate is at least 1.");
  if (isPlural !== value > 1) throw new ScheduleError(`Write rate(${value} ${unit}${value > 1 ? "s" : ""}).`);
  const step = value * (UNIT_MS[unit] ?? 0);
  return {
    next: (afterMs) =>
      afterMs < anchorMs ? anchorMs : anchorMs + (Math.floor((afterMs - anchorMs) / step) + 1) * step,
  };
}

/** An hour that the clocks skip runs right after the gap, one that comes twice runs once. */
function cron(text: string, zone: string): Schedule {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 6) {
    throw new ScheduleError(`A cron expression has six fields (minutes to year), this one has ${fields.length}.`);
  }
  const [, , dayOfMonth, , dayOfWeek] = fields;
  if ((dayOfMonth === "?") === (dayOfWeek === "?")) {
    throw new ScheduleError("Exactly one of day-of-month and day-of-week is ?.");
  }
  const pattern = ["0", ...fields.map(translated)].join(" ");
  let parsed: Cron;
  try {
    parsed = new Cron(pattern, { mode: "7-part", alternativeWeekdays: true, timezone: zone, paused: true });
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.replace(/^CronPattern: /, "") : "it cannot be read";
    throw new ScheduleError(`cron(${text}) is not a schedule: ${detail}`);
  }
  return { next: (afterMs) => parsed.nextRun(new Date(afterMs))?.getTime() ?? null };
}

/** One field of AWS's cron in croner's words: `?` is any, `5/10` begins at 5, L as a day of the week is Saturday. */
function translated(field: string, index: number): string {
  if (field === "?") return "*";
  if (index === 4 && field === "L") return "7";
  const last = LAST_VALUES[index];
  return last === undefined ? field : field.replaceAll(/(^|,)(\d+)\/(\d+)/g, `$1$2-${last}/$3`);
}
