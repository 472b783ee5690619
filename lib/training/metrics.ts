import "server-only";
import { getMetricAnswers, type MetricQuery } from "@/lib/aws/cloudwatch/get-metric-data";
import { describeTrainingJob } from "@/lib/aws/sagemaker/training-jobs";
import type { Workspace } from "@/lib/workspaces/view";

import type { TrainingJobView } from "./job-view";
import type { TrainingMetrics } from "./metrics-view";

const NAMESPACE = "/aws/sagemaker/TrainingJobs";
const INSTANCE_METRICS = [
  "CPUUtilization",
  "MemoryUtilization",
  "GPUUtilization",
  "GPUMemoryUtilization",
  "DiskUtilization",
];
/** Lines beyond this say nothing in one chart. */
const MAX_HOSTS = 8;
const MINUTE_MS = 60_000;

/** The job's series in CloudWatch from its start to its end, or until now. */
export async function readTrainingMetrics(workspace: Workspace, name: string): Promise<TrainingMetrics> {
  const job = await describeTrainingJob(workspace, name);
  const window = metricWindow(job, new Date());
  if (!window) return { script: [], instances: [], isForbidden: false, periodSeconds: 60 };

  const { periodSeconds, ...span } = window;
  const names = job.metricDefinitions.map(({ Name }) => Name);
  const hosts = Array.from({ length: Math.min(job.instanceCount ?? 1, MAX_HOSTS) }, (_, index) => `algo-${index + 1}`);
  const answers = await getMetricAnswers(
    workspace,
    [
      ...names.map((metric) => scriptMetricQuery(name, metric, periodSeconds)),
      ...INSTANCE_METRICS.flatMap((metric) =>
        hosts.map((host) => queryOf(metric, { Host: `${name}/${host}` }, Math.max(periodSeconds, 60))),
      ),
    ],
    span,
  );
  const series = answers.map(({ points }) => points);
  const ofHosts = series.slice(names.length);
  return {
    script: names.map((metric, index) => ({ name: metric, points: series[index] ?? [] })),
    instances: INSTANCE_METRICS.map((metric, at) => ({
      metric,
      hosts: hosts
        .map((host, index) => ({ name: host, points: ofHosts[at * hosts.length + index] ?? [] }))
        .filter(({ points }) => points.length > 0),
    })).filter((group) => group.hosts.length > 0),
    isForbidden: answers.some(({ isForbidden }) => isForbidden),
    periodSeconds,
  };
}

/** The question for what a metric definition of a job found in its log. */
export function scriptMetricQuery(job: string, metric: string, periodSeconds: number): MetricQuery {
  return queryOf(metric, { TrainingJobName: job }, periodSeconds);
}

function queryOf(metric: string, dimensions: Record<string, string>, periodSeconds: number): MetricQuery {
  return { namespace: NAMESPACE, metric, dimensions, stat: "Average", periodSeconds };
}

/**
 * From when to when, and in which period: CloudWatch keeps points of under a minute for three hours and of a minute for
 * fifteen days, those of five minutes for 63 days. Null: the job has not begun.
 */
export function metricWindow(
  job: Pick<TrainingJobView, "startedAt" | "endedAt">,
  now: Date,
): { from: Date; to: Date; periodSeconds: number } | null {
  if (!job.startedAt) return null;
  const from = new Date(job.startedAt);
  // A little more: the last points come after the script has ended. Until then whole minutes, so that viewers share a call.
  const toMs = job.endedAt
    ? Date.parse(job.endedAt) + MINUTE_MS
    : Math.ceil((now.getTime() + MINUTE_MS) / MINUTE_MS) * MINUTE_MS;
  const to = new Date(toMs);
  const lengthMs = to.getTime() - from.getTime();
  const ageMs = now.getTime() - from.getTime();
  return { from, to, periodSeconds: periodOf(lengthMs / MINUTE_MS, ageMs / MINUTE_MS) };
}

function periodOf(lengthMinutes: number, ageMinutes: number): number {
  const shortest = ageMinutes < 170 ? 1 : ageMinutes < 15 * 1_440 ? 60 : ageMinutes < 63 * 1_440 ? 300 : 3_600;
  // Some hundred points are as many as a chart can show.
  const wanted = lengthMinutes <= 15 ? 1 : lengthMinutes <= 600 ? 60 : lengthMinutes <= 3_000 ? 300 : 3_600;
  return Math.max(shortest, wanted);
}
