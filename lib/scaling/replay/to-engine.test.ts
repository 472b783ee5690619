import { expect, test } from "vitest";

import { INSTANCES } from "../dimensions";
import type { VariantScaling } from "../endpoint-view";
import type { PolicyConfig } from "../policy-schema";
import { toEngine } from "./to-engine";

const tracking = (name: string, type: string): PolicyConfig => ({
  kind: "tracking",
  name,
  metric: { kind: "predefined", type },
  target: 5,
  scaleOutCooldownSeconds: null,
  scaleInCooldownSeconds: null,
  isScaleInDisabled: false,
});
const wake: PolicyConfig = {
  kind: "step",
  name: "wake",
  adjustment: "ChangeInCapacity",
  aggregation: "Average",
  cooldownSeconds: null,
  minMagnitude: null,
  steps: [{ lower: 0, upper: null, adjustment: 1 }],
  alarm: {
    name: "waits",
    namespace: "AWS/SageMaker",
    metricName: "ConcurrentRequestsPerModel",
    dimensions: [],
    statistic: "Maximum",
    periodSeconds: 10,
    periods: 3,
    datapoints: 3,
    threshold: 1,
    comparison: "GreaterThanThreshold",
    missing: "missing",
    description: null,
  },
};
const scaledBy = (...policies: PolicyConfig[]): VariantScaling => ({
  variant: "AllTraffic",
  resourceId: "endpoint/e/variant/AllTraffic",
  dimension: INSTANCES,
  floor: { min: 1, rule: "" },
  state: { name: "AllTraffic" } as VariantScaling["state"],
  config: {
    min: 1,
    max: 4,
    suspended: { scaleIn: false, scaleOut: false, scheduled: false },
    policies,
    scheduled: [],
  },
  scheduledProblem: null,
  arns: {},
  others: [],
  alarms: [],
  activities: [],
});
const id = { EndpointName: "e", VariantName: "AllTraffic" };

test("a policy of a high-resolution metric is followed by the minute, and said so", () => {
  const quick = tracking("quick", "SageMakerVariantConcurrentRequestsPerModelHighResolution");
  const { settings, assumed, leftOut } = toEngine(
    scaledBy(quick, tracking("calls", "SageMakerVariantInvocationsPerInstance")),
    id,
  );
  expect(settings?.policies.map(({ name }) => name)).toStrictEqual(["quick", "calls"]);
  expect(leftOut).toStrictEqual([]);
  expect(assumed).toHaveLength(1);
  expect(assumed[0]).toMatch(
    /^quick follows a high-resolution metric, which AWS reads every 10 seconds to scale out\./,
  );
});

test("a step policy whose alarm looks between the minutes is left out, and said so", () => {
  expect(toEngine(scaledBy(wake), id)).toMatchObject({
    settings: { policies: [] },
    leftOut: ["The policy wake: its alarm looks every 10 s, and the replay has one reading a minute."],
  });
});
