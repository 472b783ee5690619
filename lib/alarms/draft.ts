import type { EndpointMode } from "@/lib/endpoints/config-view";
import type { ChartMetric } from "@/lib/metrics/view";

import { offeredAlarms } from "./offer";
import { isTopic } from "./request";
import type { NotifyInput } from "./schema";
import type { AlarmMetric, AlarmRule, AlarmView } from "./view";
import { metricWords } from "./words";

/** An alarm that is being written. */
export type AlarmDraft = {
  /** Null: the name that follows from its metric. */
  name: string | null;
  description: string;
  metric: AlarmMetric;
  rule: Omit<AlarmRule, "threshold">;
  /** In the metric's own unit; null until one was chosen. */
  threshold: number | null;
  notify: NotifyInput;
};

type Endpoint = { name: string; mode: EndpointMode; variants: readonly string[] };

/** A new alarm on one of a chart's metrics: where the offered set has an alarm on it, by that rule. */
export function newDraft(metrics: readonly ChartMetric[], endpoint: Endpoint): AlarmDraft | null {
  const offered = offeredAlarms({ ...endpoint, variants: endpoint.variants.map((name) => ({ name })) });
  const ofOffer = (metric: ChartMetric) =>
    offered.find((alarm) => alarm.metric.name === metric.name && alarm.metric.stat === metric.stat);
  const metric = metrics.find(ofOffer) ?? metrics[0];
  return metric ? onMetric(metric, ofOffer(metric)?.rule) : null;
}

/** The same draft on another metric. */
export function withMetric(draft: AlarmDraft, { namespace, name, dimensions, stat }: ChartMetric): AlarmDraft {
  const metric = { namespace, name, dimensions, stat, periodSeconds: draft.metric.periodSeconds };
  return { ...draft, metric, threshold: null };
}

/** An alarm as it is, to be changed. */
export function draftOf(alarm: AlarmView, metric: AlarmMetric, rule: AlarmRule): AlarmDraft {
  const { threshold, ...rest } = rule;
  const [topic, ...more] = alarm.alarmActions.filter(isTopic);
  return {
    name: alarm.name,
    description: alarm.description ?? "",
    metric,
    rule: rest,
    threshold,
    notify: more.length > 0 ? { kind: "keep" } : topic ? { kind: "topic", arn: topic } : { kind: "none" },
  };
}

/** The name of an alarm that nobody named: endpoint, variant of several, what is measured. */
export function draftName({ name, metric }: AlarmDraft, hasVariants: boolean): string {
  if (name !== null) return name;
  const { EndpointName, VariantName } = metric.dimensions;
  const words = metricWords(metric)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  return [EndpointName, hasVariants ? VariantName : null, words].filter(Boolean).join("-");
}

function onMetric({ namespace, name, dimensions, stat }: ChartMetric, rule: AlarmRule | undefined): AlarmDraft {
  const { threshold = null, ...rest } = rule ?? FIRST;
  return {
    name: null,
    description: "",
    metric: { namespace, name, dimensions, stat, periodSeconds: 60 },
    rule: rest,
    // What was measured tells more than a rule of thumb; a lack of something has no other.
    threshold: rest.comparison.startsWith("Less") ? threshold : null,
    notify: { kind: "none" },
  };
}

const FIRST: Omit<AlarmRule, "threshold"> & { threshold?: number } = {
  comparison: "GreaterThanOrEqualToThreshold",
  periods: 3,
  datapoints: 3,
  missing: "notBreaching",
};
