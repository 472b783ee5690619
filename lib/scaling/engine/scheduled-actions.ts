import { parseSchedule } from "./schedule";

/** A change of a target's bounds at planned times. Times are epoch milliseconds. */
export type ScheduledAction = {
  name: string;
  schedule: string;
  /** An IANA name; null is UTC. */
  timeZone: string | null;
  startMs: number | null;
  endMs: number | null;
  createdMs: number;
  /** Null leaves what is. */
  min: number | null;
  max: number | null;
};

export type Bounds = { min: number; max: number };

/** When an action runs for the first time after `afterMs`, within its start and end. Throws ScheduleError. */
export function nextRun(action: ScheduledAction, afterMs: number): number | null {
  const { schedule, timeZone, startMs, endMs, createdMs } = action;
  const earliest = Math.max(afterMs, (startMs ?? createdMs) - 1);
  const at = parseSchedule(schedule, timeZone, startMs ?? createdMs).next(earliest);
  return at === null || (endMs !== null && at > endMs) ? null : at;
}

/** The bounds that an action leaves; null: its minimum would be above the maximum, and AWS refuses it. */
export function boundsAfter(bounds: Bounds, { min, max }: Pick<ScheduledAction, "min" | "max">): Bounds | null {
  const next = { min: min ?? bounds.min, max: max ?? bounds.max };
  return next.min > next.max ? null : next;
}

/**
 * The bounds that actions set in a span of minutes, by minute from `fromMs` on (a whole minute). Of several in one minute
 * the last counts. An action counts as if it had been there from the beginning of the span.
 */
export function boundsByMinute(
  actions: readonly ScheduledAction[],
  before: Bounds,
  fromMs: number,
  minutes: number,
): Map<number, Bounds> {
  const until = fromMs + minutes * 60_000;
  const runs = actions.flatMap((action) => runsOf(action, fromMs, until)).sort((one, two) => one.at - two.at);
  const byMinute = new Map<number, Bounds>();
  let bounds = before;
  for (const { at, action } of runs) {
    const next = boundsAfter(bounds, action);
    if (!next) continue;
    bounds = next;
    byMinute.set(Math.floor((at - fromMs) / 60_000), next);
  }
  return byMinute;
}

function runsOf(action: ScheduledAction, fromMs: number, untilMs: number) {
  const { schedule, timeZone, startMs, endMs, createdMs } = action;
  const parsed = parseSchedule(schedule, timeZone, startMs ?? Math.min(createdMs, fromMs));
  const runs: { at: number; action: ScheduledAction }[] = [];
  const end = Math.min(untilMs, endMs === null ? untilMs : endMs + 1);
  let at = parsed.next(Math.max(fromMs, startMs ?? fromMs) - 1);
  while (at !== null && at < end) {
    runs.push({ at, action });
    at = parsed.next(at);
  }
  return runs;
}
