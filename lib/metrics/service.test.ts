import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from "@aws-sdk/client-cloudwatch";
import { CreateEndpointCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import type { ContainerResponse, InferenceHost } from "@/emulator/container/inference-host.ts";
import { type CountingProxy, startCountingProxy } from "@/emulator/testing/counting-proxy.ts";
import { instantInference } from "@/emulator/testing/held-inference.ts";
import { createConfig, createModel, ROLE, untilStatus } from "@/emulator/testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { forgetReads } from "@/lib/aws/read-cache";
import type { Workspace } from "@/lib/workspaces/view";

import { readFleetMetrics } from "./fleet";
import { MetricsInput } from "./schema";
import { readEndpointMetrics } from "./service";
import { PRESETS } from "./windows";

const START = Date.parse("2026-11-26T06:00:00Z");
const END = START + 50 * 60_000;
const INSTANCES = 2;

/** What is sent: when (in seconds after the start), and what the container answers. */
const CALLS = [
  ...[10, 20, 30, 40].map((ms) => ({ second: 5, status: 200, latencyUs: ms * 1_000 })),
  { second: 61, status: 500, latencyUs: 100_000 },
  { second: 75, status: 400, latencyUs: 2_500 },
  { second: 7 * 60, status: 200, latencyUs: 5_000 },
  { second: 7 * 60 + 30, status: 200, latencyUs: 15_000 },
  { second: 16 * 60 + 1, status: 200, latencyUs: 7_777 },
];
type Call = (typeof CALLS)[number];

const OTHERS = ["DescribeEndpoint", "DescribeEndpointConfig", "DescribeModel", "ListTags", "DescribeAlarms"];

const root = mkdtempSync(join(tmpdir(), "console-metrics-"));
let emulator: TestEmulator;
let proxy: CountingProxy;
let workspace: Workspace;

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  let answer: Call | undefined;
  const inference: InferenceHost = {
    ...instantInference(),
    invoke: async (): Promise<ContainerResponse> => ({
      status: answer?.status ?? 200,
      contentType: "application/json",
      body: Buffer.from("{}"),
      modelLatencyUs: answer?.latencyUs ?? 1,
    }),
  };
  emulator = await startTestEmulator({ inference });
  proxy = await startCountingProxy(emulator.url);
  emulator.clock.setTo(START);
  const client = new SageMakerClient(emulator.sdk);
  await createModel(client, "known");
  await createConfig(client, "known", "known", INSTANCES);
  await client.send(new CreateEndpointCommand({ EndpointName: "known", EndpointConfigName: "known" }));
  await untilStatus(client, "known", "InService");
  const runtime = new SageMakerRuntimeClient({ ...emulator.sdk, maxAttempts: 1 });
  for (const call of CALLS) {
    emulator.clock.setTo(START + call.second * 1_000);
    answer = call;
    const sent = runtime.send(new InvokeEndpointCommand({ EndpointName: "known", Body: "{}" }));
    if (call.status === 200) await sent;
    else await expect(sent).rejects.toMatchObject({ name: "ModelError" });
  }
  emulator.clock.setTo(END);
  client.destroy();
  runtime.destroy();
  workspace = {
    id: "metrics-test",
    label: "Test",
    region: emulator.sdk.region,
    isEmulator: false,
    endpointUrl: proxy.url,
    roleArn: null,
    executionRoleArn: ROLE,
    bucket: null,
  };
}, 60_000);

beforeEach(() => forgetReads("metrics-test"));

afterAll(async () => {
  await proxy.close();
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

const read = (input: object, now = END) => readEndpointMetrics(workspace, "known", MetricsInput.parse(input), now);

async function lineOf(input: object, chartId: string, name: string): Promise<(number | null)[]> {
  const view = await read(input);
  const chart = view.sections.flatMap(({ charts }) => charts).find(({ id }) => id === chartId);
  return chart?.lines.find((line) => line.name === name)?.values ?? [];
}

/** The same numbers, worked out from the list of calls alone. */
function expected(from: number, to: number, periodMs: number, of: (calls: Call[]) => number): (number | null)[] {
  const count = (to - from) / periodMs;
  return Array.from({ length: count }, (_, index) => {
    const begins = from + index * periodMs;
    const calls = CALLS.filter(({ second }) => {
      const at = START + second * 1_000;
      return at >= begins && at < begins + periodMs;
    });
    return calls.length === 0 ? null : of(calls);
  });
}

function percentile(calls: Call[], percent: number): number {
  const sorted = calls.map(({ latencyUs }) => latencyUs / 1_000).sort((a, b) => a - b);
  const rank = (percent / 100) * (sorted.length - 1);
  const [below = 0, above = 0] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
  return below + (above - below) * (rank % 1);
}

const count = (keep: (call: Call) => boolean) => (calls: Call[]) => calls.filter(keep).length;

test.each(PRESETS)("a known sequence of calls gives exactly its numbers in the last $label", async ({ id }) => {
  const view = await read({ range: id });
  const periodMs = view.periodSeconds * 1_000;
  const of = (count: (calls: Call[]) => number) => expected(view.fromMs, view.toMs, periodMs, count);
  const rounded = (values: (number | null)[]) =>
    values.map((value) => (value === null ? null : Number(value.toPrecision(9))));

  expect(await lineOf({ range: id }, "invocations", "invocations")).toStrictEqual(of(count(() => true)));
  expect(await lineOf({ range: id }, "per-instance", "per instance")).toStrictEqual(
    of((calls) => calls.length / INSTANCES),
  );
  expect(await lineOf({ range: id }, "errors", "4XX")).toStrictEqual(of(count(({ status }) => status === 400)));
  expect(await lineOf({ range: id }, "errors", "5XX")).toStrictEqual(of(count(({ status }) => status === 500)));
  expect(await lineOf({ range: id }, "errors", "model")).toStrictEqual(of(count(({ status }) => status !== 200)));
  for (const percent of [50, 90, 95, 99]) {
    expect(await lineOf({ range: id }, "model-latency", `p${percent}`)).toStrictEqual(
      rounded(of((calls) => percentile(calls, percent))),
    );
  }
});

test("the oracle itself: four calls of a minute, and what is known of them", async () => {
  const values = await lineOf({ range: "1h" }, "model-latency", "p50");
  expect(values.filter((value) => value !== null)).toStrictEqual([25, 51.25, 10, 7.777]);
  expect(await lineOf({ range: "2w" }, "invocations", "invocations").then((all) => all.at(-1))).toBe(9);
});

test("the window before stands beside the window, and shares its one call", async () => {
  const window = { from: "2026-11-26T06:05Z", to: "2026-11-26T06:10Z", compare: "true" };
  const before = proxy.count("GetMetricData");
  const view = await read(window);
  const [line] = view.sections[0]?.charts[0]?.lines ?? [];
  expect(line?.values).toStrictEqual([null, null, 2, null, null]);
  expect(line?.previous).toStrictEqual([4, 2, null, null, null]);
  expect(line?.summary).toStrictEqual({ label: "total", value: 2, previous: 6 });
  expect(proxy.count("GetMetricData") - before).toBe(1);
});

test("200 people who look within a minute cost one GetMetricData; the next minute costs another", async () => {
  const before = proxy.count("GetMetricData");
  const earlier = new Map(OTHERS.map((operation) => [operation, proxy.count(operation)]));
  const minute = START + 30 * 60_000;
  await Promise.all(Array.from({ length: 200 }, (_, index) => read({ range: "3h" }, minute + 1 + index * 299)));
  expect(proxy.count("GetMetricData") - before).toBe(1);
  await read({ range: "3h" }, minute + 60_001);
  expect(proxy.count("GetMetricData") - before).toBe(2);
  // What else a dashboard asks does not grow with its viewers either.
  for (const [operation, count] of earlier) {
    expect(proxy.count(operation) - count, operation).toBeLessThanOrEqual(2);
  }
});

test("an alarm that goes off is marked, by a bounded number of calls that all who look share", async () => {
  const cloudwatch = new CloudWatchClient(emulator.sdk);
  const names = Array.from({ length: 12 }, (_, index) => `known-${index}`);
  for (const AlarmName of names) {
    await cloudwatch.send(
      new PutMetricAlarmCommand({
        AlarmName,
        Namespace: "AWS/SageMaker",
        MetricName: "Invocation5XXErrors",
        Dimensions: [{ Name: "EndpointName", Value: "known" }],
        Statistic: "Sum",
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 0,
        ComparisonOperator: "GreaterThanThreshold",
        TreatMissingData: "notBreaching",
      }),
    );
  }
  emulator.clock.advance(1_000);
  const set = { AlarmName: "known-7", StateValue: "ALARM" as const, StateReason: "a rehearsal" };
  await cloudwatch.send(new SetAlarmStateCommand(set));
  const before = proxy.count("DescribeAlarmHistory");
  const views = await Promise.all(Array.from({ length: 20 }, () => read({ range: "3h" }, END + 2_000)));
  const mark = { at: new Date(END + 1_000).toISOString(), label: "known-7: in alarm", kind: "alarm" };
  for (const { marks } of views) expect(marks.filter(({ kind }) => kind === "alarm")).toStrictEqual([mark]);
  expect(proxy.count("DescribeAlarmHistory") - before).toBeLessThanOrEqual(8);
  await cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: names }));
  cloudwatch.destroy();
});

test("charts without data say why, and what a real-time endpoint does not emit is named", async () => {
  const quiet = await read({ from: "2026-11-26T06:20Z", to: "2026-11-26T06:30Z" });
  const reasons = Object.fromEntries(
    quiet.sections.flatMap(({ charts }) => charts.map(({ id, emptyBecause }) => [id, emptyBecause])),
  );
  expect(reasons).toMatchObject({
    invocations: "No traffic in this window.",
    "model-latency": "No traffic in this window.",
    cpu: "No instance reported in this window.",
    gpu: "Not emitted: ml.m5.xlarge has no GPU.",
  });
  expect(quiet.notEmitted).toContain("Backlog");
  const early = await read({ from: "2026-11-25T06:20Z", to: "2026-11-25T06:30Z" });
  expect(early.sections[0]?.charts[0]?.emptyBecause).toBe("The endpoint did not exist yet.");
});

test("the making of the endpoint is marked where it lies in the window", async () => {
  expect((await read({ range: "3h" })).marks).toStrictEqual([
    { at: new Date(START).toISOString(), label: "Endpoint created", kind: "change" },
  ]);
  expect((await read({ from: "2026-11-26T06:20Z", to: "2026-11-26T06:30Z" })).marks).toStrictEqual([]);
});

test("all endpoints stand side by side, with what each did in the window, for one GetMetricData", async () => {
  const before = proxy.count("GetMetricData");
  const fleet = await readFleetMetrics(workspace, MetricsInput.parse({ range: "1h" }), END);
  expect(proxy.count("GetMetricData") - before).toBe(1);
  expect(fleet.rows).toStrictEqual([
    { name: "known", mode: "real-time", calls: 9, errors: 2, highestP90Ms: 90.25, instances: null, isSample: false },
  ]);
  const [invocations] = fleet.sections[0]?.charts ?? [];
  expect(invocations?.lines.map(({ name, summary }) => [name, summary])).toStrictEqual([
    ["known", { label: "total", value: 9, previous: null }],
  ]);
});

test("a role that may not read metrics is told so, and what was refused is asked again", async () => {
  const error = {
    type: "AccessDenied",
    message: "User is not authorized to perform: cloudwatch:GetMetricData",
    status: 403,
  };
  const plan = { service: "cloudwatch", operation: "GetMetricData", error };
  await fetch(`${emulator.url}/_emulator/faults`, { method: "POST", body: JSON.stringify(plan) });
  await expect(read({ range: "1h" })).rejects.toMatchObject({
    code: "forbidden",
    problem: { hint: expect.stringContaining("allow the action") },
  });
  expect((await read({ range: "1h" })).sections.length).toBeGreaterThan(0);
});

test("an endpoint that is not there is not found", async () => {
  await expect(readEndpointMetrics(workspace, "gone", MetricsInput.parse({}))).rejects.toMatchObject({
    code: "not-found",
  });
});
