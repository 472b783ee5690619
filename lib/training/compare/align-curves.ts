import type { ComparedJob, MetricCurves } from "./view";

/** What CloudWatch has of one metric of one job, by the clock. */
export type ReadSeries = { job: string; metric: string; points: readonly { at: string; value: number }[] };

/**
 * Lays the jobs' curves over each other: every job begins at 0. One chart for each metric that has a value in any job;
 * each holds a curve for every job, so that a job has the same place, and the same colour, in all of them.
 */
export function alignCurves(jobs: readonly ComparedJob[], series: readonly ReadSeries[]): MetricCurves[] {
  const metrics = [...new Set(series.filter(({ points }) => points.length > 0).map(({ metric }) => metric))];
  return metrics.map((metric) => ({
    metric,
    curves: jobs.map(({ name, job }) => {
      const read = series.find((each) => each.job === name && each.metric === metric);
      const startedMs = job?.startedAt ? Date.parse(job.startedAt) : null;
      if (!read || startedMs === null) return { job: name, points: [] };
      // A period begins before the value in it was logged: the first may lie before the start.
      const points = read.points.map(({ at, value }) => ({ at: Math.max(0, Date.parse(at) - startedMs), value }));
      return { job: name, points };
    }),
  }));
}
