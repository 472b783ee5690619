import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import {
  CreateEndpointCommand,
  CreateTrainingJobCommand,
  DeleteEndpointCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { type CountingProxy, startCountingProxy } from "@/emulator/testing/counting-proxy.ts";
import { instantInference } from "@/emulator/testing/held-inference.ts";
import { createConfig, createModel, ROLE, untilStatus } from "@/emulator/testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import type { Member } from "@/lib/auth/member";
import { forgetReads } from "@/lib/aws/read-cache";
import { MetricsInput } from "@/lib/metrics/schema";
import { onBothDatabases } from "@/lib/testing/test-database";
import type { Workspace } from "@/lib/workspaces/view";

import { readDashboardCharts } from "./charts";
import type { DashboardPanel } from "./schema";
import { createDashboard } from "./service";

const ada: Member = { id: "ada", name: "ada", role: "tester" };
const root = mkdtempSync(join(tmpdir(), "console-dashboards-"));
let emulator: TestEmulator;
let proxy: CountingProxy;
let workspace: Workspace;
let now: number;

const EIGHT = ["one", "two", "three", "four", "five", "six", "seven", "eight"];

/** What is published a minute before now: a metric, of what, and its values. */
const PUBLISHED = [
  {
    Namespace: "AWS/SageMaker",
    name: "Invocations",
    of: { EndpointName: "one", VariantName: "AllTraffic" },
    values: [1, 1, 1],
  },
  {
    Namespace: "AWS/SageMaker",
    name: "Invocations",
    of: { EndpointName: "two", VariantName: "AllTraffic" },
    values: [1],
  },
  { Namespace: "/aws/sagemaker/TrainingJobs", name: "CPUUtilization", of: { Host: "job/algo-1" }, values: [30, 50] },
  { Namespace: "/aws/sagemaker/TrainingJobs", name: "CPUUtilization", of: { Host: "job/algo-2" }, values: [70] },
];

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  emulator = await startTestEmulator({ inference: instantInference() });
  proxy = await startCountingProxy(emulator.url);
  const client = new SageMakerClient(emulator.sdk);
  await createModel(client, "m");
  await createConfig(client, "m", "m");
  for (const name of [...EIGHT, "gone"]) {
    await client.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: "m" }));
    await untilStatus(client, name, "InService");
  }
  await client.send(new DeleteEndpointCommand({ EndpointName: "gone" }));
  await client.send(
    new CreateTrainingJobCommand({
      TrainingJobName: "job",
      RoleArn: ROLE,
      AlgorithmSpecification: { TrainingImage: "huggingface-pytorch-training:tag", TrainingInputMode: "File" },
      OutputDataConfig: { S3OutputPath: "s3://nowhere/" },
      ResourceConfig: { InstanceType: "ml.g5.xlarge", InstanceCount: 2, VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    }),
  );
  now = emulator.clock.now() + 10 * 60_000;
  const cloudWatch = new CloudWatchClient(emulator.sdk);
  for (const { Namespace, name, of, values } of PUBLISHED) {
    const Dimensions = Object.entries(of).map(([Name, Value]) => ({ Name, Value }));
    const datum = { MetricName: name, Dimensions, Timestamp: new Date(now - 60_000), Values: values };
    await cloudWatch.send(new PutMetricDataCommand({ Namespace, MetricData: [datum] }));
  }
  client.destroy();
  cloudWatch.destroy();
  workspace = {
    id: "dashboards-test",
    label: "Test",
    region: emulator.sdk.region,
    isEmulator: false,
    endpointUrl: proxy.url,
    roleArn: null,
    executionRoleArn: ROLE,
    bucket: null,
  };
}, 60_000);

beforeEach(() => forgetReads("dashboards-test"));

afterAll(async () => {
  await proxy.close();
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

async function chartsOf(...panels: DashboardPanel[]) {
  const { id } = await createDashboard(workspace, ada, { name: "Test", panels });
  const view = await readDashboardCharts(workspace, id, MetricsInput.parse({ range: "1h" }), now);
  return { id, charts: view.charts };
}
const present = (values: readonly (number | null)[]) => values.filter((value) => value !== null);

onBothDatabases(() => {
  test("charts stand in the order of their panels, each with the lines of what it shows", async () => {
    const { charts } = await chartsOf(
      { id: "b", chart: "invocations", names: ["one", "two"] },
      { id: "a", chart: "invocations", names: ["two"] },
      { id: "c", chart: "training-cpu", names: ["job"] },
    );
    expect(
      charts.map(({ id, title, lines }) => [id, title, lines.map(({ name, values }) => [name, present(values)])]),
    ).toStrictEqual([
      [
        "b",
        "Invocations: 2 endpoints",
        [
          ["one", [3]],
          ["two", [1]],
        ],
      ],
      ["a", "Invocations: two", [["invocations", [1]]]],
      [
        "c",
        "CPU of training jobs: job",
        [
          ["algo-1", [40]],
          ["algo-2", [70]],
        ],
      ],
    ]);
  });

  test("all charts are asked for in one GetMetricData, which those who look at the same share", async () => {
    const { id } = await chartsOf(
      { id: "a", chart: "errors", names: ["one", "two"] },
      { id: "b", chart: "training-memory", names: ["job"] },
    );
    forgetReads("dashboards-test");
    const before = proxy.count("GetMetricData");
    const input = MetricsInput.parse({ range: "1h", compare: "true" });
    await Promise.all(Array.from({ length: 20 }, () => readDashboardCharts(workspace, id, input, now)));
    expect(proxy.count("GetMetricData") - before).toBe(1);
  });

  test("an empty chart says why", async () => {
    const { charts } = await chartsOf(
      { id: "a", chart: "model-latency", names: ["one"] },
      { id: "b", chart: "backlog", names: ["one"] },
      { id: "c", chart: "cpu", names: ["gone"] },
      { id: "d", chart: "gpu", names: ["one"] },
      { id: "e", chart: "invocations", names: ["one", "gone"] },
    );
    expect(charts.map(({ emptyBecause }) => emptyBecause)).toStrictEqual([
      "No traffic in this window.",
      "Not emitted: only async endpoints have it, not real-time ones.",
      "gone: not there any more.",
      expect.stringContaining("has no GPU"),
      null,
    ]);
  });

  test("charts that do not fit into one request are named, and not asked for", async () => {
    // 32 series each: fifteen of them are 480.
    const { charts } = await chartsOf(
      ...Array.from({ length: 17 }, (_, index) => ({ id: `p${index}`, chart: "model-latency", names: EIGHT })),
      { id: "last", chart: "per-instance", names: ["one"] },
    );
    const reasons = charts.map(({ emptyBecause }) => emptyBecause);
    expect(reasons.slice(0, 15)).toStrictEqual(Array(15).fill("No traffic in this window."));
    expect(reasons.slice(15, 17)).toStrictEqual(Array(2).fill(expect.stringContaining("takes 500 series")));
    expect(reasons[17]).toBe("No traffic in this window.");
  });
});
