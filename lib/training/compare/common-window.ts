import "server-only";
import type { TrainingJobView } from "../job-view";
import { metricWindow } from "../metrics";

/**
 * The stretch of time that holds every job, and the finest period in which CloudWatch still has the oldest of them: one
 * call has one start, and refuses periods that are finer than what it keeps from then. Null: none has begun.
 */
export function commonWindow(
  jobs: readonly Pick<TrainingJobView, "startedAt" | "endedAt">[],
  now: Date,
): { from: Date; to: Date; periodSeconds: number } | null {
  const windows = jobs.map((job) => metricWindow(job, now)).filter((window) => window !== null);
  if (windows.length === 0) return null;
  return {
    from: new Date(Math.min(...windows.map(({ from }) => from.getTime()))),
    to: new Date(Math.max(...windows.map(({ to }) => to.getTime()))),
    periodSeconds: Math.max(...windows.map(({ periodSeconds }) => periodSeconds)),
  };
}
