import type { EndpointMode } from "@/lib/endpoints/config-view";

import type { AlarmMetric, AlarmRule, AlarmView } from "./view";

/** An alarm that most endpoints should have. */
export type OfferedAlarm = { name: string; why: string; metric: AlarmMetric; rule: AlarmRule };

type Subject = { name: string; mode: EndpointMode; variants: readonly { name: string }[] };
type Row = {
  id: string;
  why: string;
  modes: readonly EndpointMode[];
  /** `endpoint`: a metric of the whole, without a variant. */
  of: "variant" | "endpoint";
  metric: { namespace: string; name: string; stat: string };
  rule: AlarmRule;
};

const SERVED = "AWS/SageMaker";
const USED = "/aws/sagemaker/Endpoints";
const atLeast = (threshold: number, datapoints: number, periods: number): AlarmRule => ({
  comparison: "GreaterThanOrEqualToThreshold",
  threshold,
  datapoints,
  periods,
  missing: "notBreaching",
});

// SageMaker publishes no metric of capacity that AWS could not give (InsufficientCapacity is a reason of failure only):
// what can be seen is that no instance reports, that a queue waits without one, or that serverless is at its limit.
const ROWS: readonly Row[] = [
  {
    id: "5xx-errors",
    why: "The endpoint or its container fails to answer.",
    modes: ["real-time", "serverless", "async"],
    of: "variant",
    metric: { namespace: SERVED, name: "Invocation5XXErrors", stat: "Sum" },
    rule: atLeast(5, 3, 3),
  },
  {
    id: "p99-latency",
    why: "One request in a hundred takes ten seconds or more.",
    modes: ["real-time", "serverless"],
    of: "variant",
    metric: { namespace: SERVED, name: "ModelLatency", stat: "p99" },
    rule: atLeast(10_000_000, 3, 5),
  },
  {
    id: "no-capacity",
    why: "No instance reports any more: there is no capacity to answer.",
    modes: ["real-time"],
    of: "variant",
    metric: { namespace: USED, name: "CPUUtilization", stat: "SampleCount" },
    rule: { comparison: "LessThanThreshold", threshold: 1, datapoints: 5, periods: 5, missing: "breaching" },
  },
  {
    id: "no-capacity",
    why: "Requests wait and no instance runs.",
    modes: ["async"],
    of: "endpoint",
    metric: { namespace: SERVED, name: "HasBacklogWithoutCapacity", stat: "Average" },
    rule: atLeast(1, 15, 15),
  },
  {
    id: "no-capacity",
    why: "Every environment that it may have is busy: further requests are throttled.",
    modes: ["serverless"],
    of: "variant",
    metric: { namespace: SERVED, name: "ServerlessConcurrentExecutionsUtilization", stat: "Maximum" },
    rule: atLeast(1, 3, 5),
  },
  {
    id: "failed-requests",
    why: "Requests were taken in, and failed.",
    modes: ["async"],
    of: "variant",
    metric: { namespace: SERVED, name: "InvocationFailures", stat: "Sum" },
    rule: atLeast(5, 3, 3),
  },
  {
    id: "disk",
    why: "A volume that is full stops the container.",
    modes: ["real-time", "async"],
    of: "variant",
    metric: { namespace: USED, name: "DiskUtilization", stat: "Maximum" },
    rule: atLeast(90, 3, 5),
  },
];

/** The alarms that an endpoint of its kind should have, each variant its own; times in the metric's unit (µs). */
export function offeredAlarms({ name: endpoint, mode, variants }: Subject): OfferedAlarm[] {
  return ROWS.filter(({ modes }) => modes.includes(mode)).flatMap(({ id, why, of, metric, rule }) =>
    (of === "variant" ? variants : [null]).map((variant) => ({
      name: [endpoint, ...(variant && variants.length > 1 ? [variant.name] : []), id].join("-"),
      why,
      metric: {
        ...metric,
        dimensions: { EndpointName: endpoint, ...(variant && { VariantName: variant.name }) },
        periodSeconds: 60,
      },
      rule,
    })),
  );
}

/** Whether somebody watches the same metric in the same direction already, with whatever threshold. */
export function isCovered(offered: OfferedAlarm, alarms: readonly AlarmView[]): boolean {
  return alarms.some(
    ({ name, metric, rule, isOfScaling }) =>
      name === offered.name ||
      (!isOfScaling &&
        metric?.name === offered.metric.name &&
        metric.stat === offered.metric.stat &&
        JSON.stringify(sorted(metric.dimensions)) === JSON.stringify(sorted(offered.metric.dimensions)) &&
        rule?.comparison.startsWith("Less") === offered.rule.comparison.startsWith("Less")),
  );
}

function sorted(dimensions: Record<string, string>): [string, string][] {
  return Object.entries(dimensions).sort(([a], [b]) => a.localeCompare(b));
}
