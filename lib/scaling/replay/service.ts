import "server-only";
import { getMetricData, type MetricPoint, type MetricQuery } from "@/lib/aws/cloudwatch/get-metric-data";
import { priceTableOf } from "@/lib/costs/prices";
import { readEndpoint } from "@/lib/endpoints/service";
import { AppError } from "@/lib/errors";
import { instancesCost } from "@/lib/instances/cost";
import { isSampleTraffic } from "@/lib/metrics/sample-traffic";
import type { Workspace } from "@/lib/workspaces/view";

import { readEndpointScaling } from "../endpoint-service";
import { REPLAY_SPANS, type ReplayHistoryInput } from "./schema";
import { startUpOf, toEngine } from "./to-engine";
import { invocationsOf, type ReplayMetric, type VariantDimensions } from "./tracked-metric";
import type { LoadView, MinuteSeries, ReplayHistory } from "./view";

const MINUTE_MS = 60_000;
/** Everybody who asks within five minutes asks for the same minutes. The newest two are not complete yet. */
const ALIGN_MS = 5 * MINUTE_MS;
const SETTLE_MS = 2 * MINUTE_MS;
/** What GetMetricData gives in one answer. */
const POINTS_A_PAGE = 100_800;

/** Past traffic of a variant and what scales it. Throws `not-found`. */
export async function readReplayHistory(
  workspace: Workspace,
  name: string,
  { variant: wanted, span }: ReplayHistoryInput,
  nowMs = Date.now(),
): Promise<ReplayHistory> {
  const [endpoint, { variants }] = await Promise.all([
    readEndpoint(workspace, name),
    readEndpointScaling(workspace, name),
  ]);
  const variant = endpoint.variants.find((each) => each.name === wanted);
  const scaling = variants.find((each) => each.variant === wanted);
  if (!variant || !scaling) throw new AppError("not-found", `The endpoint ${name} has no variant ${wanted}.`);
  if (variant.serverless) {
    throw new AppError("invalid", "A serverless variant has no instances to replay.", {
      hint: "Choose a variant that runs on instances.",
    });
  }
  const id = { EndpointName: name, VariantName: variant.name };
  const engine = toEngine(scaling, id);
  const hours = REPLAY_SPANS.find((each) => each.id === span)?.hours ?? 0;
  const toMs = Math.floor((nowMs - SETTLE_MS) / ALIGN_MS) * ALIGN_MS;
  const createdMs = Math.floor(Date.parse(endpoint.createdAt ?? "") / MINUTE_MS) * MINUTE_MS;
  const fromMs = Math.min(toMs - MINUTE_MS, Math.max(toMs - hours * 60 * MINUTE_MS, createdMs || 0));
  const minutes = (toMs - fromMs) / MINUTE_MS;
  const metrics = withInvocations(engine.metrics, id);
  const { load, actual } = await readSeries(workspace, metrics, id, { fromMs, toMs });
  const cost = variant.instanceType
    ? instancesCost(
        endpoint.mode === "async" ? "async" : "hosting",
        variant.instanceType,
        1,
        await priceTableOf(workspace),
      )
    : null;
  return {
    variant: variant.name,
    fromMs,
    minutes,
    load,
    actual,
    settings: engine.settings,
    instances: variant.currentInstances ?? variant.desiredInstances ?? 1,
    leftOut: scaling.scheduledProblem
      ? [...engine.leftOut, `Scheduled actions: ${scaling.scheduledProblem}`]
      : engine.leftOut,
    assumed: engine.assumed,
    startUp: startUpOf(scaling.activities),
    price: cost && { usdPerHour: cost.usdPerHour, date: cost.price.date },
    metricCalls: Math.max(1, Math.ceil(((metrics.length + 1) * minutes) / POINTS_A_PAGE)),
    isSample: await isSampleTraffic(workspace, endpoint),
  };
}

function withInvocations(metrics: readonly ReplayMetric[], id: VariantDimensions) {
  const calls = invocationsOf(id);
  return metrics.some(({ key }) => key === calls.key) ? [...metrics] : [calls, ...metrics];
}

/** All series of all minutes by one GetMetricData, which AWS pages at 100,800 points. */
async function readSeries(
  workspace: Workspace,
  metrics: readonly ReplayMetric[],
  dimensions: VariantDimensions,
  window: { fromMs: number; toMs: number },
): Promise<{ load: Record<string, LoadView>; actual: MinuteSeries }> {
  const queries: MetricQuery[] = [
    // Each instance publishes one sample a minute: the only count of instances that CloudWatch has.
    {
      namespace: "/aws/sagemaker/Endpoints",
      metric: "CPUUtilization",
      dimensions,
      stat: "SampleCount",
      periodSeconds: 60,
    },
    ...metrics.map(
      ({ namespace, metric, dimensions, stat }): MetricQuery => ({
        namespace,
        metric,
        dimensions,
        stat,
        periodSeconds: 60,
      }),
    ),
  ];
  const [counts = [], ...answers] = await getMetricData(workspace, queries, {
    from: new Date(window.fromMs),
    to: new Date(window.toMs),
  });
  const actual = onMinutes(counts, window);
  const load: Record<string, LoadView> = {};
  for (const [index, { key, reading }] of metrics.entries()) {
    const values = onMinutes(answers[index] ?? [], window);
    load[key] = {
      values: reading === "per-instance" ? values.map((value, minute) => times(value, actual[minute] ?? null)) : values,
      isShared: reading !== "as-is",
    };
  }
  return { load, actual };
}

function times(value: number | null, instances: number | null): number | null {
  return value === null || instances === null ? null : value * instances;
}

function onMinutes(points: readonly MetricPoint[], { fromMs, toMs }: { fromMs: number; toMs: number }): MinuteSeries {
  const values: MinuteSeries = new Array<number | null>((toMs - fromMs) / MINUTE_MS).fill(null);
  for (const { at, value } of points) {
    const minute = Math.floor((Date.parse(at) - fromMs) / MINUTE_MS);
    if (minute >= 0 && minute < values.length) values[minute] = value;
  }
  return values;
}
