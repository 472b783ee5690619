import { expect, test } from "vitest";

import golden13 from "@/catalog/recipes/golden/13.json";
import golden16 from "@/catalog/recipes/golden/16.json";

import { INSTANCES } from "./dimensions";
import { planChange, type ScalingTarget } from "./plan-change";
import { freshTracking, wakePolicy } from "./presets";
import type { ScalingConfig } from "./schema";
import { variantResource } from "./target-view";

const NOT_SUSPENDED = { scaleIn: false, scaleOut: false, scheduled: false };
const targetOf = (endpoint: string): ScalingTarget => ({
  resourceId: variantResource(endpoint, "AllTraffic"),
  dimension: INSTANCES,
});
const config = (wish: Partial<ScalingConfig>): ScalingConfig => ({
  min: 1,
  max: 4,
  suspended: NOT_SUSPENDED,
  policies: [],
  scheduled: [],
  ...wish,
});
const operations = (requests: { operation: string }[]) => requests.map(({ operation }) => operation);

test("calls for each instance, as sample notebook 13 sends them", () => {
  const name = golden13.requests.CreateEndpoint.EndpointName;
  const policy = { ...freshTracking(name, "real-time", INSTANCES), target: 10, scaleOutCooldownSeconds: 60 };
  expect(planChange(targetOf(name), null, config({ policies: [policy] }))).toStrictEqual([
    {
      service: "application-autoscaling",
      operation: "RegisterScalableTarget",
      input: golden13.requests.RegisterScalableTarget,
    },
    { service: "application-autoscaling", operation: "PutScalingPolicy", input: golden13.requests.PutScalingPolicy },
  ]);
});

test("requests that wait, down to no instance, and the end of it, as sample notebook 16 sends them", () => {
  const name = golden16.requests.CreateEndpoint.EndpointName;
  const policy = {
    ...freshTracking(name, "async", INSTANCES),
    target: 5,
    scaleInCooldownSeconds: 600,
    scaleOutCooldownSeconds: 300,
  };
  const wish = config({ min: 0, max: 5, policies: [policy] });
  expect(planChange(targetOf(name), null, wish).map(({ input }) => input)).toStrictEqual([
    golden16.requests.RegisterScalableTarget,
    golden16.requests.PutScalingPolicy,
  ]);
  expect(planChange(targetOf(name), { config: wish, arns: {} }, null).map(({ input }) => input)).toStrictEqual([
    golden16.requests.DeregisterScalableTarget,
  ]);
});

test("only what changed is sent", () => {
  const policy = freshTracking("demo", "real-time", INSTANCES);
  const before = config({ policies: [policy] });
  const present = { config: before, arns: { [policy.name]: "arn:policy" } };
  expect(planChange(targetOf("demo"), present, structuredClone(before))).toStrictEqual([]);
  const paused = { ...before, suspended: { ...NOT_SUSPENDED, scaleOut: true } };
  expect(planChange(targetOf("demo"), present, paused)).toMatchObject([
    { operation: "RegisterScalableTarget", input: { SuspendedState: { DynamicScalingOutSuspended: true } } },
  ]);
  const other = { ...before, policies: [{ ...policy, target: policy.target + 1 }] };
  expect(operations(planChange(targetOf("demo"), present, other))).toStrictEqual(["PutScalingPolicy"]);
});

test("a step policy brings its alarm, whose action is the ARN that is known only afterwards, and takes it along", () => {
  const wake = wakePolicy("demo");
  const before = config({ min: 0 });
  const wish = { ...before, policies: [wake] };
  const made = planChange(targetOf("demo"), { config: before, arns: {} }, wish);
  expect(operations(made)).toStrictEqual(["PutScalingPolicy", "PutMetricAlarm"]);
  expect(made[1]).toMatchObject({ input: { AlarmActions: [`{PolicyARN of ${wake.name}}`] } });

  const present = { config: wish, arns: { [wake.name]: "arn:wake" } };
  const alarm = wake.alarm && { ...wake.alarm, periods: 3, datapoints: 3 };
  const slower = planChange(targetOf("demo"), present, { ...wish, policies: [{ ...wake, alarm }] });
  expect(slower).toMatchObject([{ operation: "PutMetricAlarm", input: { AlarmActions: ["arn:wake"] } }]);
  expect(planChange(targetOf("demo"), present, before)).toMatchObject([
    { operation: "DeleteScalingPolicy" },
    { operation: "DeleteAlarms", input: { AlarmNames: [wake.alarm?.name] } },
  ]);
  expect(operations(planChange(targetOf("demo"), present, null))).toStrictEqual([
    "DeregisterScalableTarget",
    "DeleteAlarms",
  ]);
});

test("scheduled actions are put when they are new or other, and deleted when they are gone", () => {
  const nightly = {
    name: "night",
    schedule: "cron(0 20 * * ? *)",
    timezone: "Europe/Berlin",
    min: 0,
    max: null,
    startAt: null,
    endAt: null,
  };
  const before = config({ scheduled: [nightly] });
  const wish = config({ scheduled: [{ ...nightly, name: "morning", schedule: "cron(0 6 * * ? *)", min: 2 }] });
  expect(planChange(targetOf("demo"), { config: before, arns: {} }, wish)).toMatchObject([
    {
      operation: "PutScheduledAction",
      input: { ScheduledActionName: "morning", Timezone: "Europe/Berlin", ScalableTargetAction: { MinCapacity: 2 } },
    },
    { operation: "DeleteScheduledAction", input: { ScheduledActionName: "night" } },
  ]);
});
