import type { TrainingJob } from "./training-job.ts";

export type WarmPool = { status: "InUse" | "Available" | "Reused" | "Terminated"; retainedSeconds: number };

/**
 * What became of the instances that a job keeps alive, at `now` (epoch milliseconds): null for a job that keeps none.
 * Those of a job that did not complete are given back at once.
 */
export function warmPoolOf(job: TrainingJob, now: number): WarmPool | null {
  const { definition, endedAt, status } = job;
  const keepAliveMs = (definition.ResourceConfig.KeepAlivePeriodInSeconds ?? 0) * 1000;
  const terminatedAt = job.poolTerminatedAt ?? null;
  if (keepAliveMs === 0 && terminatedAt === null) return null;
  if (endedAt === null) return { status: "InUse", retainedSeconds: 0 };
  if (status !== "Completed") return { status: "Terminated", retainedSeconds: 0 };
  const overAt = terminatedAt ?? endedAt + keepAliveMs;
  const retainedSeconds = Math.round((Math.min(now, overAt) - endedAt) / 1000);
  return { status: now < overAt ? "Available" : "Terminated", retainedSeconds };
}
