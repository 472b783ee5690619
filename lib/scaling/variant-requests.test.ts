import { expect, test } from "vitest";

import golden13 from "@/catalog/recipes/golden/13.json";
import golden16 from "@/catalog/recipes/golden/16.json";

import { deregisterTarget, putTargetTracking, putWakeAlarm, putWakePolicy, registerTarget } from "./variant-requests";

const variantOf = (golden: { requests: { CreateEndpoint: { EndpointName: string } } }) => ({
  endpointName: golden.requests.CreateEndpoint.EndpointName,
  variantName: "AllTraffic",
});

test("calls for each instance (sample notebook 13)", () => {
  const variant = variantOf(golden13);
  expect(registerTarget(variant, { minCapacity: 1, maxCapacity: 4 })).toStrictEqual(
    golden13.requests.RegisterScalableTarget,
  );
  expect(
    putTargetTracking(variant, {
      metric: "invocations-per-instance",
      target: 10,
      scaleInCooldownSeconds: 300,
      scaleOutCooldownSeconds: 60,
    }),
  ).toStrictEqual(golden13.requests.PutScalingPolicy);
});

test("requests that wait, down to no instance (sample notebook 16)", () => {
  const variant = variantOf(golden16);
  expect(registerTarget(variant, { minCapacity: 0, maxCapacity: 5 })).toStrictEqual(
    golden16.requests.RegisterScalableTarget,
  );
  expect(
    putTargetTracking(variant, {
      metric: "backlog-per-instance",
      target: 5,
      scaleInCooldownSeconds: 600,
      scaleOutCooldownSeconds: 300,
    }),
  ).toStrictEqual(golden16.requests.PutScalingPolicy);
  expect(deregisterTarget(variant)).toStrictEqual(golden16.requests.DeregisterScalableTarget);
});

test("waking up from zero takes a step policy and the alarm that starts it", () => {
  const variant = { endpointName: "queue", variantName: "AllTraffic" };
  expect(putWakePolicy(variant)).toMatchObject({
    PolicyType: "StepScaling",
    StepScalingPolicyConfiguration: { StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }] },
  });
  expect(putWakeAlarm(variant, "arn:policy")).toMatchObject({
    MetricName: "HasBacklogWithoutCapacity",
    Dimensions: [{ Name: "EndpointName", Value: "queue" }],
    AlarmActions: ["arn:policy"],
  });
});
