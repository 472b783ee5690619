import "server-only";
import { JOB_METRICS } from "@/catalog/metrics/jobs";
import { getMetricAnswers } from "@/lib/aws/cloudwatch/get-metric-data";
import { describeTransformJob } from "@/lib/aws/sagemaker/transform-jobs";
import { metricWindow } from "@/lib/training/metrics";
import type { Workspace } from "@/lib/workspaces/view";

import { transformHosts } from "./hosts";
import type { TransformMetrics } from "./metrics-view";

/** Lines beyond this say nothing in one chart. */
const MAX_HOSTS = 8;
/** SageMaker publishes how busy instances are once a minute. */
const LEAST_PERIOD_SECONDS = 60;
const METRICS = JOB_METRICS.filter(({ namespace }) => namespace === "/aws/sagemaker/TransformJobs");

/** How busy each instance of a job was from its start to its end, or until now; one GetMetricData. Throws `not-found`. */
export async function readTransformMetrics(workspace: Workspace, name: string): Promise<TransformMetrics> {
  const job = await describeTransformJob(workspace, name);
  const window = metricWindow(job, new Date());
  const all = window ? await transformHosts(workspace, name) : [];
  const hosts = all.slice(0, MAX_HOSTS);
  if (!window || hosts.length === 0) return { instances: [], isForbidden: false, leftOut: 0 };
  const { periodSeconds, ...span } = window;
  const asked = METRICS.flatMap(({ namespace, names: [metric = ""] }) =>
    hosts.map((host) => ({
      namespace,
      metric,
      dimensions: { Host: host },
      stat: "Average" as const,
      periodSeconds: Math.max(periodSeconds, LEAST_PERIOD_SECONDS),
    })),
  );
  const answers = await getMetricAnswers(workspace, asked, span);
  const instances = METRICS.map(({ names: [metric = ""] }, at) => ({
    metric,
    hosts: hosts
      .map((host, index) => ({
        name: host.slice(name.length + 1),
        points: answers[at * hosts.length + index]?.points ?? [],
      }))
      .filter(({ points }) => points.length > 0),
  }));
  return {
    instances: instances.filter((group) => group.hosts.length > 0),
    isForbidden: answers.some(({ isForbidden }) => isForbidden),
    leftOut: all.length - hosts.length,
  };
}
