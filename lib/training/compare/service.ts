import "server-only";
import { getMetricData } from "@/lib/aws/cloudwatch/get-metric-data";
import { toAppError } from "@/lib/aws/errors";
import { describeTrainingJob } from "@/lib/aws/sagemaker/training-jobs";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import { scriptMetricQuery } from "../metrics";

import { alignCurves } from "./align-curves";
import { commonWindow } from "./common-window";
import type { ComparedJob, TrainingComparison } from "./view";

/**
 * Up to five jobs beside each other: one DescribeTrainingJob for each and one GetMetricData for all of them. Without the
 * right to read metrics everything else is still there.
 */
export async function readTrainingComparison(
  workspace: Workspace,
  names: readonly string[],
): Promise<TrainingComparison> {
  const jobs = await Promise.all(
    [...new Set(names)].map(async (name) => ({
      name,
      job: await describeTrainingJob(workspace, name).catch(nullWhenGone),
    })),
  );
  try {
    return { jobs, metrics: { ok: true, ...(await readCurves(workspace, jobs)) } };
  } catch (cause) {
    return { jobs, metrics: { ok: false, problem: toAppError(cause).problem } };
  }
}

async function readCurves(workspace: Workspace, jobs: readonly ComparedJob[]) {
  const begun = jobs.flatMap(({ job }) => (job?.startedAt ? [job] : []));
  const window = commonWindow(begun, new Date());
  if (!window) return { charts: [], periodSeconds: 60 };
  const { periodSeconds, ...span } = window;
  const wanted = begun.flatMap(({ name, metricDefinitions }) =>
    metricDefinitions.map(({ Name }) => ({ job: name, metric: Name })),
  );
  const series = await getMetricData(
    workspace,
    wanted.map(({ job, metric }) => scriptMetricQuery(job, metric, periodSeconds)),
    span,
  );
  const read = wanted.map((each, index) => ({ ...each, points: series[index] ?? [] }));
  return { charts: alignCurves(jobs, read), periodSeconds };
}

function nullWhenGone(cause: unknown): null {
  if (cause instanceof AppError && cause.code === "not-found") return null;
  throw cause;
}
