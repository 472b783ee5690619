import type { MetricQuery } from "@/lib/aws/cloudwatch/get-metric-data";
import type { EndpointMode } from "@/lib/endpoints/config-view";
import { formatReading } from "@/lib/format/numbers";

import { COPIES, type ScalingDimension } from "./dimensions";
import type { VariantScaling } from "./endpoint-view";
import type { StepAlarm, TrackedMetric } from "./policy-schema";
import { configWords } from "./policy-words";
import { freshTracking } from "./presets";
import { predefinedMetric } from "./tracked-metrics";

/** A metric that decides about scaling, with the lines at which it does. */
export type Demand = {
  id: string;
  title: string;
  help: string;
  metric: Omit<MetricQuery, "periodSeconds">;
  targets: { label: string; value: number }[];
};

/** Charts of one timeline; policies on more metrics than these are rare. */
const MOST_DEMANDS = 3;

/** What the policies of a variant look at, each metric once; what its mode is usually scaled by where there is none. */
export function demandsOf(
  endpoint: string,
  mode: EndpointMode,
  { variant, dimension, config }: Pick<VariantScaling, "variant" | "dimension" | "config">,
): Demand[] {
  const demands = new Map<string, Demand>();
  const add = (metric: Demand["metric"], help: string, target: Demand["targets"][number] | null) => {
    const id = JSON.stringify(metric);
    const known = demands.get(id);
    if (known && target) known.targets.push(target);
    else if (!known)
      demands.set(id, {
        id: `demand-${demands.size + 1}`,
        title: metric.metric,
        help,
        metric,
        targets: target ? [target] : [],
      });
  };
  for (const policy of config?.policies ?? []) {
    if (policy.kind === "tracking") {
      add(trackedQuery(policy.metric, endpoint, variant, dimension), configWords(policy), {
        label: `target ${formatReading(policy.target)}`,
        value: policy.target,
      });
    } else if (policy.alarm) {
      add(alarmQuery(policy.alarm), configWords(policy), {
        label: `threshold ${formatReading(policy.alarm.threshold)}`,
        value: policy.alarm.threshold,
      });
    }
  }
  if (demands.size === 0) {
    add(
      trackedQuery(freshTracking(endpoint, mode, dimension).metric, endpoint, variant, dimension),
      "No policy follows it yet.",
      null,
    );
  }
  return [...demands.values()].slice(0, MOST_DEMANDS);
}

function trackedQuery(
  metric: TrackedMetric,
  endpoint: string,
  variant: string,
  dimension: ScalingDimension,
): Demand["metric"] {
  if (metric.kind === "customized") {
    return {
      namespace: metric.namespace,
      metric: metric.metricName,
      dimensions: Object.fromEntries(metric.dimensions.map(({ name, value }) => [name, value])),
      stat: metric.statistic,
    };
  }
  const known = predefinedMetric(metric.type);
  return {
    namespace: "AWS/SageMaker",
    metric: known?.metricName ?? metric.type,
    dimensions:
      dimension === COPIES ? { InferenceComponentName: variant } : { EndpointName: endpoint, VariantName: variant },
    stat: known?.statistic ?? "Average",
  };
}

function alarmQuery({ namespace, metricName, dimensions, statistic }: StepAlarm): Demand["metric"] {
  return {
    namespace,
    metric: metricName,
    dimensions: Object.fromEntries(dimensions.map(({ name, value }) => [name, value])),
    stat: statistic,
  };
}
