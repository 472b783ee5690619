import "server-only";
import { getMetricData, type MetricQuery } from "@/lib/aws/cloudwatch/get-metric-data";
import { listAllEndpoints, lookInto, MAX_LOOKED_INTO } from "@/lib/endpoints/all-endpoints";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { isAnswering } from "@/lib/endpoints/view";
import { AppError } from "@/lib/errors";
import { plural } from "@/lib/format/numbers";
import { namesWithSampleTraffic } from "@/lib/metrics/sample-traffic";
import type { Workspace } from "@/lib/workspaces/view";

import { type Fleet, fleetOf, shadowFleetOf } from "./fleet";
import { rememberFleets, type VariantHistory } from "./fleet-history";
import type { ByHour, Standing } from "./spans";

const HOUR_SECONDS = 3_600;
const CALLS = "AWS/SageMaker";
const INSTANCES = "/aws/sagemaker/Endpoints";

/** A variant with what CloudWatch holds of it, by full hour. */
export type VariantUsage = VariantHistory & {
  standing: Standing;
  samples: ByHour;
  latencyUs: ByHour;
  calls: ByHour;
  failures: ByHour;
};

export type EndpointUsage = {
  name: string;
  /** Null: it was deleted. */
  detail: EndpointDetail | null;
  isSample: boolean;
  /** False: CloudWatch could not be read, and the numbers of its variants are empty, not zero. */
  isCounted: boolean;
  variants: VariantUsage[];
};

/** Everything that the costs of endpoints are counted from, of those that stand and those that went since `from`. */
export async function readEndpointUsage(
  workspace: Workspace,
  window: { from: number; to: number },
): Promise<{ endpoints: EndpointUsage[]; gaps: string[] }> {
  const { endpoints: all, isPartial } = await listAllEndpoints(workspace);
  const standing = all.filter(({ status }) => isAnswering(status));
  const details = await lookInto(workspace, standing.slice(0, MAX_LOOKED_INTO));
  const histories = await rememberFleets(workspace.id, details.flatMap(seenFleets), window.from, window.to);
  const looked = new Map(details.map((detail) => [detail.name, detail]));
  const samples = await namesWithSampleTraffic(workspace, details);
  const skipped = Math.max(0, standing.length - MAX_LOOKED_INTO);
  const { series, refusal } = await readSeries(workspace, histories, window).then(
    (read) => ({ series: read, refusal: null }),
    (cause) => {
      if (!(cause instanceof AppError)) throw cause;
      return { series: new Map<string, Map<number, number>>(), refusal: cause.message };
    },
  );
  const names = [...new Set(histories.map(({ endpoint }) => endpoint))];
  return {
    endpoints: names.map((name) => {
      const detail = looked.get(name) ?? null;
      const own = histories.filter(({ endpoint }) => endpoint === name);
      return {
        name,
        detail,
        isSample: samples.has(name),
        isCounted: refusal === null,
        variants: own.map((each) => toUsage(each, detail, series)),
      };
    }),
    gaps: [
      ...(refusal ? [`What endpoints cost so far is unknown, and who calls them. ${refusal}`] : []),
      ...(skipped > 0 ? [`${plural(skipped, "endpoint")} not counted: the newest ${MAX_LOOKED_INTO} are.`] : []),
      ...(isPartial ? ["There are more endpoints than were listed."] : []),
    ],
  };
}

function seenFleets(detail: EndpointDetail) {
  const createdAt = Date.parse(detail.createdAt ?? "") || 0;
  // While it is updated the old fleet still runs; without its config nobody can say what does.
  if (detail.isConfigMissing || detail.status !== "InService") return [];
  const { mode, metricFrequencySeconds: seconds } = detail;
  const fleets = [
    ...detail.variants.map((variant) => ({ variant: variant.name, fleet: fleetOf(variant, mode, seconds) })),
    ...detail.shadowFleets.map((shadow) => ({ variant: shadow.name, fleet: shadowFleetOf(shadow, mode, seconds) })),
  ];
  return fleets.map((each) => ({
    ...each,
    endpoint: detail.name,
    createdAt,
    changedAt: Math.max(createdAt, Date.parse(detail.updatedAt ?? "") || 0),
  }));
}

const NAMES = { samples: ["CPUUtilization"], latencyUs: ["ModelLatency"], calls: ["Invocations"] };
const ASYNC_CALLS = ["InvocationsProcessed", "InvocationsProcesssed"];
type Wanted = { key: string; query: MetricQuery };

/** One query for each number that the variant's way of inference needs; hours are kept for 455 days. */
function wantedOf({ endpoint, variant, spans }: VariantHistory): Wanted[] {
  const want = (
    what: keyof Omit<VariantUsage, keyof VariantHistory | "standing">,
    names: readonly string[],
    stat: "Sum" | "SampleCount",
  ) =>
    names.map(
      (metric): Wanted => ({
        key: keyOf(endpoint, variant, what),
        query: {
          namespace: what === "samples" ? INSTANCES : CALLS,
          metric,
          dimensions: { EndpointName: endpoint, VariantName: variant },
          stat,
          periodSeconds: HOUR_SECONDS,
        },
      }),
    );
  const modes = new Set(spans.map(({ fleet }: { fleet: Fleet }) => fleet.mode));
  const instances = modes.has("real-time") || modes.has("async") ? want("samples", NAMES.samples, "SampleCount") : [];
  if (spans.at(-1)?.fleet.isShadow) return instances;
  return [
    ...instances,
    ...(modes.has("serverless") ? want("latencyUs", NAMES.latencyUs, "Sum") : []),
    ...want("calls", modes.has("async") ? ASYNC_CALLS : NAMES.calls, "Sum"),
    ...want(
      "failures",
      modes.has("async") ? ["InvocationFailures"] : ["Invocation4XXErrors", "Invocation5XXErrors"],
      "Sum",
    ),
  ];
}

async function readSeries(
  workspace: Workspace,
  histories: readonly VariantHistory[],
  { from, to }: { from: number; to: number },
): Promise<Map<string, Map<number, number>>> {
  const wanted = histories.flatMap(wantedOf);
  const found = new Map<string, Map<number, number>>();
  const answers = await getMetricData(
    workspace,
    wanted.map(({ query }) => query),
    // To the full minute, so that people who look at the same time share the calls.
    { from: new Date(from), to: new Date(Math.ceil(to / 60_000) * 60_000) },
  );
  for (const [index, points] of answers.entries()) {
    const key = wanted[index]?.key ?? "";
    const hours = found.get(key) ?? new Map<number, number>();
    for (const { at, value } of points) hours.set(Date.parse(at), (hours.get(Date.parse(at)) ?? 0) + value);
    found.set(key, hours);
  }
  return found;
}

function toUsage(
  history: VariantHistory,
  detail: EndpointDetail | null,
  series: ReadonlyMap<string, ByHour>,
): VariantUsage {
  const variant = detail?.variants.find(({ name }) => name === history.variant);
  const shadow = detail?.shadowFleets.find(({ name }) => name === history.variant);
  const instances = variant ? variant.currentInstances : shadow?.instances;
  const read = (what: string): ByHour => series.get(keyOf(history.endpoint, history.variant, what)) ?? new Map();
  return {
    ...history,
    standing:
      detail && (variant || shadow)
        ? { createdAt: Date.parse(detail.createdAt ?? "") || 0, instances: instances ?? 0 }
        : null,
    samples: read("samples"),
    latencyUs: read("latencyUs"),
    calls: read("calls"),
    failures: read("failures"),
  };
}

const keyOf = (endpoint: string, variant: string, what: string) => JSON.stringify([endpoint, variant, what]);
