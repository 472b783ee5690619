import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ScalingRules, StepScaling, TargetTracking } from "@/lib/scaling/engine/policy.ts";
import { replay } from "@/lib/scaling/engine/replay.ts";
import { boundsByMinute, type ScheduledAction } from "@/lib/scaling/engine/scheduled-actions.ts";
import { NO_DELAYS } from "../../behaviour.ts";
import { manualClock } from "../../clock.ts";
import { type OpenContext, openContext } from "../../open-context.ts";
import type { Operations } from "../../protocol/aws-request.ts";
import { instantInference } from "../../testing/held-inference.ts";
import { deleteAlarm, newAlarm, saveAlarm } from "../cloudwatch/alarms/alarm-store.ts";
import { createEndpointStore } from "../sagemaker/endpoint-store.ts";
import { deleteResource } from "../sagemaker/resources.ts";
import { autoscalingService } from "./service.ts";

const SERIES = 1_000;
const MINUTE = 60_000;
const REGION = "us-east-1";
const VARIANT = "AllTraffic";
const call = { region: REGION, requestId: "agreement", accessKeyId: null };

const clock = manualClock();
let dataDir: string;
let opened: OpenContext;
let operations: Operations;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "agreement-"));
  opened = openContext({ dataDir, clock, delays: { ...NO_DELAYS }, inference: instantInference(), runsScripts: false });
  // Nothing here outlives the test: a commit need not wait for the disk.
  opened.context.database.exec("pragma synchronous = off; pragma journal_mode = memory");
  operations = autoscalingService(opened.context).operations;
});
afterAll(async () => {
  opened.stop();
  await opened.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

const run = (operation: string, input: object) => operations[operation]?.(input as never, call);

const tracking: fc.Arbitrary<TargetTracking> = fc.record({
  kind: fc.constant("target-tracking" as const),
  name: fc.constant("keep"),
  metric: fc.constant("calls"),
  target: fc.integer({ min: 20, max: 200 }),
  scaleOutCooldownMinutes: fc.integer({ min: 0, max: 8 }),
  scaleInCooldownMinutes: fc.integer({ min: 0, max: 8 }),
  isScaleInDisabled: fc.boolean(),
});

const stepping: fc.Arbitrary<StepScaling> = fc.record({
  kind: fc.constant("step" as const),
  name: fc.constant("steps"),
  alarm: fc.record({
    metric: fc.constant("waiting"),
    comparison: fc.constantFrom("GreaterThanThreshold" as const, "LessThanOrEqualToThreshold" as const),
    threshold: fc.integer({ min: 10, max: 400 }),
    periods: fc.integer({ min: 1, max: 5 }),
    datapoints: fc.constant(1),
    // Not "breaching": to the emulator the silence before the series is part of what the alarm looks back on.
    missing: fc.constantFrom("missing" as const, "ignore" as const, "notBreaching" as const),
  }),
  adjustment: fc.constantFrom(
    "ChangeInCapacity" as const,
    "ExactCapacity" as const,
    "PercentChangeInCapacity" as const,
  ),
  steps: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 6 })).map(([near, far]) => [
    { lower: null, upper: 50, adjustment: near },
    { lower: 50, upper: null, adjustment: far },
  ]),
  cooldownMinutes: fc.integer({ min: 0, max: 6 }),
  minMagnitude: fc.constant(0),
});

/** Traffic that stays at a level for some minutes, is silent now and then, and jumps. */
const traffic = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 0, max: 1_500 }) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      fc.integer({ min: 1, max: 20 }),
    ),
    { minLength: 2, maxLength: 7 },
  )
  .map((levels) => levels.flatMap(([level, minutes]) => new Array<number | null>(minutes).fill(level)).slice(0, 60));

// Which of two actions at the same moment comes first, AWS does not say.
const planned = fc.uniqueArray(
  fc.record({
    minute: fc.integer({ min: 1, max: 40 }),
    min: fc.option(fc.integer({ min: 1, max: 6 })),
    max: fc.option(fc.integer({ min: 1, max: 9 })),
  }),
  { maxLength: 2, selector: ({ minute }) => minute },
);

const scenario = fc.record({
  total: traffic,
  tracked: fc.array(tracking, { minLength: 0, maxLength: 1 }),
  steps: fc.array(stepping, { minLength: 0, maxLength: 1 }),
  min: fc.integer({ min: 1, max: 3 }),
  more: fc.integer({ min: 0, max: 7 }),
  startUpMinutes: fc.integer({ min: 0, max: 6 }),
  planned,
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

test(`replay and emulator have the same instances in every minute of ${SERIES} random series`, () => {
  let changes = 0;
  let series = 0;
  fc.assert(
    fc.property(scenario, (given) => {
      series += 1;
      const emulated = emulate(given, `series-${series}`);
      const replayed = replayOf(given, emulated.fromMs);
      expect(emulated.running).toStrictEqual(Array.from(replayed.running));
      expect(emulated.changes).toStrictEqual(
        replayed.activities.filter(({ reason }) => reason === null).map(({ from, to }) => ({ from, to })),
      );
      changes += emulated.changes.length;
    }),
    { numRuns: SERIES, seed: 20_261, endOnFailure: true },
  );
  // Series in which nothing happens would agree as well.
  expect(changes).toBeGreaterThan(SERIES);
}, 300_000);

function actionsOf(given: Scenario, fromMs: number): ScheduledAction[] {
  return given.planned
    .filter(({ minute }) => minute < given.total.length)
    .filter(({ min, max }) => min !== null || max !== null)
    .filter(({ min, max }) => min === null || max === null || min <= max)
    .map(({ minute, min, max }, index) => {
      const at = new Date(fromMs + minute * MINUTE).toISOString().slice(0, 19);
      const always = { timeZone: null, startMs: null, endMs: null, createdMs: fromMs };
      return { name: `planned-${index}`, schedule: `at(${at})`, min, max, ...always };
    });
}

function rulesOf({ min, more, tracked, steps }: Scenario): ScalingRules {
  return { min, max: min + more, policies: [...tracked, ...steps], isOutSuspended: false, isInSuspended: false };
}

function replayOf(given: Scenario, fromMs: number) {
  const { total, min, more, startUpMinutes } = given;
  return replay({
    rules: rulesOf(given),
    load: { calls: { total, isPerInstance: true }, waiting: { total, isPerInstance: false } },
    minutes: total.length,
    startCapacity: min,
    startUpMinutes,
    shutDownMinutes: startUpMinutes,
    bounds: boundsByMinute(actionsOf(given, fromMs), { min, max: min + more }, fromMs, total.length),
  });
}

/** Lets the emulator live through the series: its own endpoint, target, policies, alarms, metrics and clock. */
function emulate(given: Scenario, endpoint: string) {
  const { context } = opened;
  const fromMs = Math.ceil(clock.now() / MINUTE) * MINUTE;
  clock.setTo(fromMs);
  // Half a minute more: instances that come within a minute count in the one after it began.
  context.behaviour.endpointDelayMs = given.startUpMinutes * MINUTE + MINUTE / 2;
  makeEndpoint(endpoint, given.min);
  const id = {
    ServiceNamespace: "sagemaker",
    ResourceId: `endpoint/${endpoint}/variant/${VARIANT}`,
    ScalableDimension: "sagemaker:variant:DesiredInstanceCount",
  };
  run("RegisterScalableTarget", { ...id, MinCapacity: given.min, MaxCapacity: given.min + given.more });
  for (const policy of given.tracked) putTracking(id, policy);
  for (const policy of given.steps) putSteps(id, endpoint, policy);
  for (const { name, schedule, min, max } of actionsOf(given, fromMs)) {
    const ScalableTargetAction = { MinCapacity: min ?? undefined, MaxCapacity: max ?? undefined };
    run("PutScheduledAction", { ...id, ScheduledActionName: name, Schedule: schedule, ScalableTargetAction });
  }
  const running = given.total.map((total) => {
    clock.advance((MINUTE * 3) / 4);
    const serving = servingOf(endpoint);
    if (total !== null) measure(endpoint, { InvocationsPerInstance: total / serving, Waiting: total });
    clock.advance(MINUTE / 4);
    run("DescribeScheduledActions", { ServiceNamespace: "sagemaker" });
    return serving;
  });
  const told = run("DescribeScalingActivities", { ...id, MaxResults: 50 }) as {
    ScalingActivities: { Description: string; Cause: string }[];
  };
  const counts = told.ScalingActivities.toReversed().flatMap(({ Description }) => {
    const to = /desired instance count to (\d+)/.exec(Description)?.[1];
    return to === undefined ? [] : [Number(to)];
  });
  run("DeregisterScalableTarget", id);
  // What is over would only make every later look longer.
  deleteAlarm(context.records, REGION, `${endpoint}-steps`);
  deleteResource(context.records, REGION, "endpoint", endpoint);
  const changes = counts.map((to, index) => ({ from: counts[index - 1] ?? given.min, to }));
  return { fromMs, running, changes };
}

function makeEndpoint(name: string, instanceCount: number): void {
  const now = clock.now();
  const variant = {
    name: VARIANT,
    instanceType: "ml.m5.xlarge",
    instanceCount,
    weight: 1,
    serverless: null,
    routing: null,
    image: "",
    modelDataUrl: null,
    environment: {},
    resolvedAt: now,
  };
  createEndpointStore(opened.context).save(REGION, {
    name,
    arn: `arn:aws:sagemaker:${REGION}:111122223333:endpoint/${name}`,
    createdAt: now,
    modifiedAt: now,
    configName: name,
    current: { configName: name, variants: [variant], asyncInference: null, dataCapture: null },
    change: null,
    failureReason: null,
    deploymentConfig: null,
    deleteAt: null,
  });
}

function servingOf(endpoint: string): number {
  return createEndpointStore(opened.context).existing(REGION, endpoint).current?.variants[0]?.instanceCount ?? 0;
}

function measure(endpoint: string, values: Record<string, number>): void {
  opened.context.telemetry.metrics.write(
    Object.entries(values).map(([name, value]) => ({
      region: REGION,
      datum: {
        namespace: "AWS/SageMaker",
        name,
        dimensions: dimensionsOf(endpoint),
        value,
        unit: "None",
        at: clock.now(),
      },
    })),
  );
}

const dimensionsOf = (endpoint: string) => [
  { Name: "EndpointName", Value: endpoint },
  { Name: "VariantName", Value: VARIANT },
];

function putTracking(id: object, policy: TargetTracking): void {
  run("PutScalingPolicy", {
    ...id,
    PolicyName: policy.name,
    PolicyType: "TargetTrackingScaling",
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: policy.target,
      ScaleOutCooldown: policy.scaleOutCooldownMinutes * 60,
      ScaleInCooldown: policy.scaleInCooldownMinutes * 60,
      DisableScaleIn: policy.isScaleInDisabled,
      PredefinedMetricSpecification: { PredefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
    },
  });
}

function putSteps(
  id: object,
  endpoint: string,
  { name, alarm, adjustment, steps, cooldownMinutes }: StepScaling,
): void {
  const { PolicyARN } = run("PutScalingPolicy", {
    ...id,
    PolicyName: name,
    PolicyType: "StepScaling",
    StepScalingPolicyConfiguration: {
      AdjustmentType: adjustment,
      Cooldown: cooldownMinutes * 60,
      StepAdjustments: steps.map(({ lower, upper, adjustment: ScalingAdjustment }) => ({
        MetricIntervalLowerBound: lower ?? undefined,
        MetricIntervalUpperBound: upper ?? undefined,
        ScalingAdjustment,
      })),
    },
  }) as { PolicyARN: string };
  const definition = {
    AlarmName: `${endpoint}-steps`,
    Namespace: "AWS/SageMaker",
    MetricName: "Waiting",
    Dimensions: dimensionsOf(endpoint),
    Statistic: "Average",
    Period: 60,
    EvaluationPeriods: alarm.periods,
    DatapointsToAlarm: alarm.datapoints,
    Threshold: alarm.threshold,
    ComparisonOperator: alarm.comparison,
    TreatMissingData: alarm.missing,
    AlarmActions: [PolicyARN],
  };
  saveAlarm(opened.context.records, REGION, newAlarm(REGION, definition, clock.now()));
}
