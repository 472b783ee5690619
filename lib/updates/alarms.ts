import { MADE_HERE } from "@/lib/alarms/request";
import type { AlarmRequest } from "@/lib/alarms/schema";

import type { StrategyInput } from "./strategy";

type Watched = Pick<StrategyInput, "watchErrors" | "watchLatencyMs">;

/** The alarms that a form asks the console to make, for each variant that answers. Names repeat, so that the next update finds them. */
export function offeredAlarms(endpoint: string, variants: string[], watched: Watched): AlarmRequest[] {
  return variants.flatMap((variant) => [
    ...(watched.watchErrors
      ? [alarm(endpoint, variant, "errors", { MetricName: "Invocation5XXErrors", Statistic: "Sum", Threshold: 0 })]
      : []),
    ...(watched.watchLatencyMs
      ? [
          alarm(endpoint, variant, "latency", {
            MetricName: "ModelLatency",
            ExtendedStatistic: "p90",
            // CloudWatch has ModelLatency in microseconds.
            Threshold: Number(watched.watchLatencyMs) * 1000,
          }),
        ]
      : []),
  ]);
}

type Rule = Pick<AlarmRequest, "MetricName" | "Statistic" | "ExtendedStatistic" | "Threshold">;

function alarm(endpoint: string, variant: string, what: string, rule: Rule): AlarmRequest {
  return {
    AlarmName: `${endpoint}-${variant}-update-${what}`,
    ActionsEnabled: true,
    AlarmActions: [],
    OKActions: [],
    InsufficientDataActions: [],
    AlarmDescription: `Takes an update of the endpoint ${endpoint} back.`,
    Namespace: "AWS/SageMaker",
    ...rule,
    Dimensions: [
      { Name: "EndpointName", Value: endpoint },
      { Name: "VariantName", Value: variant },
    ],
    Period: 60,
    EvaluationPeriods: 1,
    DatapointsToAlarm: 1,
    ComparisonOperator: "GreaterThanThreshold",
    TreatMissingData: "notBreaching",
    Tags: [MADE_HERE],
  };
}
