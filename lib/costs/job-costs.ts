import "server-only";
import { describeTrainingJob, listTrainingJobs } from "@/lib/aws/sagemaker/training-jobs";
import { describeTransformJob, listTransformJobs } from "@/lib/aws/sagemaker/transform-jobs";
import { inPool } from "@/lib/endpoints/pool";
import { orNull } from "@/lib/endpoints/service";
import { plural } from "@/lib/format/numbers";
import type { Workspace } from "@/lib/workspaces/view";

import type { PricedRow } from "./endpoint-costs";
import { computeLedger, type Usage } from "./ledger";
import type { PriceTable } from "./price-table";
import { HOUR_MS } from "./spans";

type Window = { from: number; to: number };
type Summary = { name: string; arn: string; status: string; createdAt: string | null; endedAt: string | null };
/** What a job's bill rests on. Times are epoch milliseconds; `until` is null while it runs. */
type Billed = {
  name: string;
  status: string;
  instanceType: string | null;
  instances: number;
  from: number | null;
  until: number | null;
  isEstimated: boolean;
};

const DAY_MS = 24 * HOUR_MS;
/** A job may run this long (MaxRuntimeInSeconds of a training job), so that an older one may still cost. */
const LONGEST_DAYS = 28;
const PAGE = 100;
const MAX_JOBS = 300;
const WIDTH = 5;

/** The cost of a month's jobs of one kind, newest first. */
export async function readJobCosts(
  workspace: Workspace,
  kind: "training" | "transform",
  prices: PriceTable,
  month: Window,
): Promise<{ rows: PricedRow[]; gaps: string[] }> {
  const source = SOURCES[kind];
  const createdAfter = new Date(month.from - LONGEST_DAYS * DAY_MS).toISOString().slice(0, 10);
  const summaries: Summary[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Summary[]; nextCursor: string | null } = await source.list(workspace, {
      limit: PAGE,
      createdAfter,
      ...(cursor && { cursor }),
    });
    summaries.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && summaries.length < 10 * MAX_JOBS);
  const inMonth = summaries.filter(({ endedAt }) => endedAt === null || Date.parse(endedAt) >= month.from);
  const jobs = await inPool(inMonth.slice(0, MAX_JOBS), WIDTH, (job) => billed(workspace, job, source.read));
  const skipped = Math.max(0, inMonth.length - MAX_JOBS);
  return {
    rows: jobs.flatMap((job) => (job ? [priceJob(job, kind, prices, month)] : [])),
    gaps: skipped > 0 || cursor ? [`${plural(skipped, `${kind} job`)} not counted: the newest ${MAX_JOBS} are.`] : [],
  };
}

const SOURCES = {
  training: {
    list: listTrainingJobs,
    read: async (workspace: Workspace, name: string): Promise<Billed> => {
      const job = await describeTrainingJob(workspace, name);
      const end = job.endedAt ? Date.parse(job.endedAt) : null;
      const start = job.startedAt ? Date.parse(job.startedAt) : null;
      // BillableTimeInSeconds × InstanceCount is what AWS bills (DescribeTrainingJob); of spot capacity it is less than the time.
      const from = end !== null && job.billableSeconds !== null ? end - job.billableSeconds * 1_000 : start;
      const { status, instanceType, instanceCount } = job;
      return {
        name,
        status,
        instanceType,
        instances: instanceCount ?? 1,
        from,
        until: end,
        isEstimated: end === null && job.isSpot,
      };
    },
  },
  transform: {
    list: listTransformJobs,
    read: async (workspace: Workspace, name: string): Promise<Billed> => {
      const { status, instanceType, instanceCount, startedAt, endedAt } = await describeTransformJob(workspace, name);
      const parse = (at: string | null) => (at ? Date.parse(at) : null);
      return {
        name,
        status,
        instanceType,
        instances: instanceCount,
        from: parse(startedAt),
        until: parse(endedAt),
        isEstimated: false,
      };
    },
  },
};

/** A job that has ended never changes: it is described once in the life of this process. */
const ended = new Map<string, Billed>();
const MAX_KEPT = 5_000;

async function billed(
  workspace: Workspace,
  job: Summary,
  read: (typeof SOURCES)["training"]["read"],
): Promise<Billed | null> {
  const key = JSON.stringify([workspace.id, workspace.endpointUrl, job.arn, job.createdAt, job.endedAt]);
  const known = ended.get(key);
  if (known) return known;
  const found = await orNull(read(workspace, job.name));
  if (found?.until != null) {
    if (ended.size >= MAX_KEPT) ended.delete(ended.keys().next().value ?? "");
    ended.set(key, found);
  }
  return found;
}

function priceJob(job: Billed, kind: "training" | "transform", prices: PriceTable, month: Window): PricedRow {
  const { name, instanceType, instances } = job;
  const isRunning = job.from !== null && job.until === null;
  const spans = job.from === null ? [] : [{ from: job.from, to: job.until ?? month.to, count: instances }];
  const usage: Usage = { kind: "instances", instanceType, component: kind, spans };
  const line = computeLedger([{ id: name, usages: [usage] }], prices, month).lines[0];
  const price = instanceType ? prices.instanceHour(instanceType, kind) : null;
  const usd = line?.usd ?? null;
  return {
    usdByHour: line?.usdByHour ?? [],
    row: {
      id: `${kind} ${name}`,
      kind,
      name,
      what: `${instances} × ${instanceType ?? "unknown type"}`,
      status: job.status,
      isRunning,
      isCounted: true,
      isSample: false,
      usdPerHour: isRunning ? price && price.usd * instances : 0,
      monthUsd: usd,
      // When it ends is not known: a job is taken to end now.
      projectedUsd: usd,
      successfulCalls: null,
      usdPer1000Calls: null,
      idleSince: null,
      wastedUsd: null,
      unpriced: line?.unpriced ?? [],
      isEstimated: job.isEstimated,
    },
  };
}
