import "server-only";
import { getMetricData, MAX_METRIC_QUERIES, type MetricQuery } from "@/lib/aws/cloudwatch/get-metric-data";
import { listAllEndpoints, lookInto, MAX_LOOKED_INTO } from "@/lib/endpoints/all-endpoints";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { isAnswering } from "@/lib/endpoints/view";
import { namesWithSampleTraffic } from "@/lib/metrics/sample-traffic";
import type { Workspace } from "@/lib/workspaces/view";

import { BROKEN, countByStatus, type DayOfCalls, findFailing, findIdle, sumCost } from "./summarise";
import type { OverviewView } from "./view";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const METRICS = ["Invocations", "Invocation5XXErrors"] as const;

/** What runs in a workspace, what it costs, what fails and what nobody uses. */
export async function readOverview(workspace: Workspace): Promise<OverviewView> {
  const { endpoints, isPartial } = await listAllEndpoints(workspace);
  const answering = endpoints.filter(({ status }) => isAnswering(status));
  const brokenSummaries = endpoints.filter(({ status }) => BROKEN.includes(status));

  const running = await lookInto(workspace, answering.slice(0, MAX_LOOKED_INTO));
  const broken = await lookInto(workspace, brokenSummaries.slice(0, MAX_LOOKED_INTO));
  const now = Date.now();
  // Without the right to read metrics the rest of the page still stands.
  const calls = await lastDay(workspace, running, now).catch(() => null);
  const erring = running.filter(({ name }) => (calls?.get(name)?.serverErrors ?? 0) > 0);
  const samples = await namesWithSampleTraffic(workspace, erring);

  return {
    counts: countByStatus(endpoints),
    total: endpoints.length,
    isTotalPartial: isPartial,
    cost: sumCost(running, Math.max(0, answering.length - MAX_LOOKED_INTO)),
    failing: findFailing(broken, running, calls, samples),
    idle: calls && findIdle(running, calls, now),
  };
}

/** Calls and errors of the last 24 hours per endpoint, in one call to CloudWatch. */
async function lastDay(
  workspace: Workspace,
  endpoints: readonly EndpointDetail[],
  now: number,
): Promise<Map<string, DayOfCalls>> {
  const asked = endpoints.flatMap(({ name, variants }) =>
    variants.flatMap((variant) => METRICS.map((metric) => ({ name, metric, variant: variant.name }))),
  );
  const queries = asked.slice(0, MAX_METRIC_QUERIES).map(
    ({ name, metric, variant }): MetricQuery => ({
      namespace: "AWS/SageMaker",
      metric,
      dimensions: { EndpointName: name, VariantName: variant },
      stat: "Sum",
      periodSeconds: 3_600,
    }),
  );
  // Whole minutes, so that people who look at the same time share the call.
  const to = new Date(Math.ceil(now / MINUTE_MS) * MINUTE_MS);
  const series = await getMetricData(workspace, queries, { from: new Date(to.getTime() - DAY_MS), to });

  const calls = new Map<string, DayOfCalls>();
  for (const [index, points] of series.entries()) {
    const query = asked[index];
    if (!query) continue;
    const day = calls.get(query.name) ?? { calls: 0, serverErrors: 0 };
    const sum = points.reduce((total, point) => total + point.value, 0);
    if (query.metric === "Invocations") day.calls += sum;
    else day.serverErrors += sum;
    calls.set(query.name, day);
  }
  return calls;
}
