import type { Problem } from "@/lib/errors";

import type { TrainingJobView } from "../job-view";

/** A column of a comparison; `job` is null where there is none of that name. */
export type ComparedJob = { name: string; job: TrainingJobView | null };

/** A job's values of one metric by the milliseconds since its training began. */
export type Curve = { job: string; points: { at: number; value: number }[] };

/** One chart: a metric with a curve for each job in the order of the columns; a job without values has an empty one. */
export type MetricCurves = { metric: string; curves: Curve[] };

export type TrainingComparison = {
  jobs: ComparedJob[];
  metrics: { ok: true; charts: MetricCurves[]; periodSeconds: number } | { ok: false; problem: Problem };
};
