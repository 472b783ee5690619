import { expect, test } from "vitest";

import type { AlarmMetric, AlarmRule } from "./view";
import { alarmSentence } from "./words";

const metric = (name: string, stat: string, over: Partial<AlarmMetric> = {}): AlarmMetric => ({
  namespace: "AWS/SageMaker",
  name,
  dimensions: { EndpointName: "reviews", VariantName: "AllTraffic" },
  stat,
  periodSeconds: 60,
  ...over,
});
const rule = (threshold: number, over: Partial<AlarmRule> = {}): AlarmRule => ({
  comparison: "GreaterThanOrEqualToThreshold",
  threshold,
  periods: 3,
  datapoints: 3,
  missing: "notBreaching",
  ...over,
});
const utilisation = { namespace: "/aws/sagemaker/Endpoints" };

test.each([
  [metric("Invocation5XXErrors", "Sum"), rule(5), "5XX errors ≥ 5 in 3 of 3 minutes"],
  [metric("ModelLatency", "p99"), rule(2_000_000, { datapoints: 2 }), "p99 model latency ≥ 2,000 ms in 2 of 3 minutes"],
  [
    metric("DiskUtilization", "Maximum", utilisation),
    rule(90, { periods: 1, datapoints: 1 }),
    "highest disk ≥ 90% in 1 minute",
  ],
  [
    metric("CPUUtilization", "SampleCount", { ...utilisation, periodSeconds: 300 }),
    rule(5, { comparison: "LessThanThreshold" }),
    "Instances < 1 in 3 of 3 periods of 5 minutes",
  ],
  [
    metric("HasBacklogWithoutCapacity", "Average", { periodSeconds: 3_600 }),
    rule(1, { comparison: "GreaterThanThreshold" }),
    "average backlog without capacity > 100% in 3 of 3 hours",
  ],
  [metric("Unheard", "Sum", { namespace: "Ours" }), rule(1), "Unheard ≥ 1 in 3 of 3 minutes"],
])("%o reads well", (what, when, words) => {
  expect(alarmSentence({ metric: what, rule: when })).toBe(words);
});

test("what has no metric or threshold of its own says so", () => {
  expect(alarmSentence({ metric: null, rule: rule(0.5) })).toBe("An expression of metrics ≥ 0.5 in 3 of 3 minutes");
  expect(alarmSentence({ metric: metric("ModelLatency", "p99"), rule: null })).toBe(
    "p99 model latency, without a fixed threshold",
  );
});
