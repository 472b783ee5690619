import { expect, test } from "vitest";

import { CONCURRENCY, COPIES, INSTANCES } from "./dimensions";
import { filterRows } from "./filter-rows";
import { freshTracking } from "./presets";
import { reviewCsv } from "./review-csv";
import { type Loaded, toReviewRows } from "./review-rows";
import type { EndpointState, VariantState } from "./review-view";
import type { ActivityView, PolicyView, ScalingAlarmView, TargetView } from "./target-view";
import { variantResource } from "./target-view";

const NOW = Date.parse("2026-11-26T12:00:00Z");
const HOUR_AGO = "2026-11-26T09:00:00.000Z";

const target = (endpoint: string, over: Partial<TargetView> = {}): TargetView => ({
  resourceId: variantResource(endpoint, "AllTraffic"),
  dimension: INSTANCES,
  min: 1,
  max: 4,
  suspended: { scaleIn: false, scaleOut: false, scheduled: false },
  createdAt: HOUR_AGO,
  ...over,
});
const policy = (endpoint: string, over: Partial<PolicyView> = {}): PolicyView => ({
  resourceId: variantResource(endpoint, "AllTraffic"),
  dimension: INSTANCES,
  name: `Request-ScalingPolicy-${endpoint}`,
  arn: `arn:aws:autoscaling:us-east-1:1:scalingPolicy:x:resource/sagemaker/${endpoint}`,
  type: "TargetTrackingScaling",
  config: freshTracking(endpoint, "real-time", INSTANCES),
  otherwise: null,
  alarms: [`high-${endpoint}`],
  ...over,
});
const alarm = (name: string, ...actions: string[]): ScalingAlarmView => ({
  name,
  state: "OK",
  stateReason: null,
  stateSince: null,
  metricName: "InvocationsPerInstance",
  threshold: 100,
  actions,
});
const variant = (over: Partial<VariantState> = {}): VariantState => ({
  name: "AllTraffic",
  instanceType: "ml.m5.xlarge",
  current: 1,
  desired: 1,
  currentConcurrency: null,
  desiredConcurrency: null,
  maxConcurrency: null,
  capacityPerMinute: null,
  ...over,
});
const state = (name: string, over: Partial<EndpointState> = {}): EndpointState => ({
  name,
  status: "InService",
  mode: "real-time",
  components: null,
  variants: [variant()],
  ...over,
});
const whole = <T>(...items: T[]) => ({ items, isWhole: true });
const loaded = (over: Partial<Loaded>): Loaded => ({
  targets: whole(),
  policies: whole(),
  schedules: whole(),
  alarms: whole(),
  activities: whole(),
  endpoints: whole(),
  quotas: whole(),
  components: whole(),
  ...over,
});
const rowsOf = (over: Partial<Loaded>, ...states: EndpointState[]) =>
  toReviewRows(loaded(over), new Map(states.map((each) => [each.name, each])), NOW);
const kinds = (over: Partial<Loaded>, ...states: EndpointState[]) =>
  rowsOf(over, ...states).flatMap(({ warnings }) => warnings.map(({ kind }) => kind));

const healthy = {
  targets: whole(target("demo")),
  policies: whole(policy("demo")),
  alarms: whole(alarm("high-demo", policy("demo").arn)),
  endpoints: whole({ name: "demo", status: "InService" as const }),
};

test("a target in order has its numbers and no warning", () => {
  const [row, ...others] = rowsOf(healthy, state("demo"));
  expect(others).toStrictEqual([]);
  expect(row).toMatchObject({
    endpoint: "demo",
    part: "AllTraffic",
    current: 1,
    desired: 1,
    policies: ["Keeps invocations per instance at 100; out after 60 s, in after 300 s"],
    warnings: [],
  });
  expect(reviewCsv(row ? [row] : [])).toContain("demo,AllTraffic,sagemaker:variant:DesiredInstanceCount,1,1,1,4,");
});

test("an endpoint that nothing scales is a row, a serverless one scales by itself", () => {
  const endpoints = whole({ name: "bare", status: "InService" as const });
  expect(kinds({ endpoints }, state("bare"))).toStrictEqual(["no-target"]);
  expect(kinds({ endpoints }, state("bare", { mode: "serverless" }))).toStrictEqual([]);
  // Half of the targets are no ground for it.
  expect(kinds({ endpoints, targets: { items: [], isWhole: false } }, state("bare"))).toStrictEqual([]);
});

test("at its maximum counts when it lasts, or when more was asked for", () => {
  const full = state("demo", { variants: [variant({ current: 4, desired: 4 })] });
  const scaled: ActivityView = {
    resourceId: target("demo").resourceId,
    dimension: INSTANCES,
    id: "1",
    at: "2026-11-26T11:30:00.000Z",
    endedAt: null,
    status: "Successful",
    description: "Setting desired instance count to 4.",
    cause: "",
    message: null,
    reasons: [],
  };
  expect(kinds({ ...healthy, activities: whole(scaled) }, full)).toStrictEqual([]);
  expect(kinds({ ...healthy, activities: whole({ ...scaled, at: HOUR_AGO }) }, full)).toStrictEqual(["at-max"]);
  const refused = { ...scaled, reasons: [{ code: "AlreadyAtMaxCapacity", max: 4, min: null, current: null }] };
  expect(kinds({ ...healthy, activities: whole(refused, scaled) }, full)).toStrictEqual(["at-max"]);
});

test("a metric that the mode does not emit, and a target that no instance could bear", () => {
  expect(kinds(healthy, state("demo", { mode: "async" }))).toStrictEqual(["metric-missing"]);
  const slow = state("demo", { variants: [variant({ capacityPerMinute: 60 })] });
  expect(kinds(healthy, slow)).toStrictEqual(["target-too-high"]);
});

test("alarms that are missing, and alarms that are left over", () => {
  expect(kinds({ ...healthy, alarms: whole() }, state("demo"))).toStrictEqual(["alarm-missing"]);
  const left = alarm("old", "arn:aws:autoscaling:us-east-1:1:scalingPolicy:x:resource/sagemaker/endpoint/gone");
  const rows = rowsOf({ ...healthy, alarms: whole(...healthy.alarms.items, left) }, state("demo"));
  expect(rows.at(-1)).toMatchObject({ kind: "alarm", part: "old", warnings: [{ kind: "alarm-left" }] });
  // Policies that have not all been read are no ground for it.
  const partly = { ...healthy, policies: { ...healthy.policies, isWhole: false }, alarms: whole(left) };
  expect(kinds(partly, state("demo"))).toStrictEqual([]);
});

test("all maxima of an instance type together against the quota", () => {
  const targets = whole(target("demo"), target("other", { max: 8 }));
  const policies = whole(policy("demo"), policy("other"));
  const alarms = whole(alarm("high-demo", policy("demo").arn), alarm("high-other", policy("other").arn));
  const quotas = (limit: number) => whole({ instanceType: "ml.m5.xlarge", limit });
  const all = { targets, policies, alarms };
  expect(kinds({ ...all, quotas: quotas(12) }, state("demo"), state("other"))).toStrictEqual([]);
  expect(kinds({ ...all, quotas: quotas(11) }, state("demo"), state("other"))).toStrictEqual(["quota", "quota"]);
});

test("a target of an endpoint that is gone, and one that nothing ever changes", () => {
  const gone = state("demo", { status: null, variants: [] });
  expect(kinds({ targets: whole(target("demo")) }, gone)).toStrictEqual(["endpoint-gone", "no-policy"]);
});

test("filters take name, kind, what is shown and a warning together", () => {
  const suspended = { scaleIn: true, scaleOut: false, scheduled: false };
  const rows = rowsOf({
    targets: whole(
      target("alpha", { suspended }),
      target("beta", { max: 9 }),
      target("ready", { dimension: CONCURRENCY }),
    ),
  });
  const all = { search: "", dimension: null, show: [], warning: null, sort: "name", order: "asc" } as const;
  const names = (filter: Partial<Parameters<typeof filterRows>[1]>) =>
    filterRows(rows, { ...all, ...filter }).map(({ endpoint }) => endpoint);
  expect(names({})).toStrictEqual(["alpha", "beta", "ready"]);
  expect(names({ search: "ET" })).toStrictEqual(["beta"]);
  expect(names({ dimension: CONCURRENCY })).toStrictEqual(["ready"]);
  expect(names({ show: ["suspended", "warnings"] })).toStrictEqual(["alpha"]);
  expect(names({ warning: "quota" })).toStrictEqual([]);
  expect(names({ sort: "max", order: "desc" })).toStrictEqual(["beta", "ready", "alpha"]);
});

test("a component's target leads to its endpoint, counts copies, and counts as scaling of the endpoint", () => {
  const over = {
    targets: whole(target("", { resourceId: "inference-component/mini", dimension: COPIES, min: 0 })),
    components: whole({ name: "mini", endpoint: "shared" }),
    endpoints: whole({ name: "shared", status: "InService" as const }),
  };
  const hosting = state("shared", { components: [variant({ name: "mini", current: 2, desired: 3 })] });
  const rows = rowsOf(over, hosting);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ endpoint: "shared", part: "mini", current: 2, desired: 3 });
  expect(kinds({ endpoints: over.endpoints }, hosting)).toStrictEqual(["no-target"]);
});
