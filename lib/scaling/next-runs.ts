import { parseSchedule, ScheduleError } from "./engine/schedule";
import type { ScheduledConfig } from "./schema";

/** When a schedule runs next, oldest first, or why it never does. */
export type NextRuns = { runs: number[]; problem: string | null };

/** The next runs of a scheduled action after `nowMs`, within its start and end (epoch milliseconds). */
export function nextRuns(action: ScheduledConfig, nowMs: number, count = 3): NextRuns {
  const startMs = action.startAt ? Date.parse(action.startAt) : null;
  const endMs = action.endAt ? Date.parse(action.endAt) : Number.POSITIVE_INFINITY;
  try {
    const schedule = parseSchedule(action.schedule, action.timezone, startMs ?? nowMs);
    const runs: number[] = [];
    for (let after = Math.max(nowMs, (startMs ?? nowMs) - 1); runs.length < count; ) {
      const next = schedule.next(after);
      if (next === null || next > endMs) break;
      runs.push(next);
      after = next;
    }
    return { runs, problem: runs.length === 0 ? "It never runs again." : null };
  } catch (cause) {
    if (cause instanceof ScheduleError) return { runs: [], problem: cause.message };
    throw cause;
  }
}
