import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  type CreateEndpointConfigCommandInput,
  type ProductionVariant,
  SageMakerClient,
  UpdateEndpointWeightsAndCapacitiesCommand,
} from "@aws-sdk/client-sagemaker";
import {
  InvokeEndpointAsyncCommand,
  InvokeEndpointCommand,
  SageMakerRuntimeClient,
} from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { instantInference } from "@/emulator/testing/held-inference.ts";
import { createModel, ROLE, untilStatus } from "@/emulator/testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { auditChange } from "@/lib/audit/audit-change";
import { forgetReads } from "@/lib/aws/read-cache";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";

import { readFleetMetrics } from "./fleet";
import { MetricsInput } from "./schema";
import { readEndpointMetrics } from "./service";

const root = mkdtempSync(join(tmpdir(), "console-metric-modes-"));
let emulator: TestEmulator;
let sagemaker: SageMakerClient;
let runtime: SageMakerRuntimeClient;
let workspace: Workspace;

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", root);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  emulator = await startTestEmulator({ inference: instantInference() });
  sagemaker = new SageMakerClient(emulator.sdk);
  runtime = new SageMakerRuntimeClient({ ...emulator.sdk, maxAttempts: 1 });
  workspace = {
    id: "metric-modes",
    label: "Test",
    region: emulator.sdk.region,
    isEmulator: false,
    endpointUrl: emulator.url,
    roleArn: null,
    executionRoleArn: ROLE,
    bucket: null,
  };
}, 60_000);

beforeEach(() => forgetReads("metric-modes"));

afterAll(async () => {
  sagemaker.destroy();
  runtime.destroy();
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

async function deploy(
  name: string,
  variants: Partial<ProductionVariant>[],
  more: Partial<CreateEndpointConfigCommandInput> = {},
): Promise<void> {
  await createModel(sagemaker, name);
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: name,
      ProductionVariants: variants.map((variant) => ({ VariantName: "AllTraffic", ModelName: name, ...variant })),
      ...more,
    }),
  );
  await sagemaker.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: name }));
  await untilStatus(sagemaker, name, "InService");
}

const ON_INSTANCE = { InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1 } as const;

async function chartsOf(name: string, input: object = {}) {
  const view = await readEndpointMetrics(workspace, name, MetricsInput.parse(input), emulator.clock.now() + 1_000);
  const charts = view.sections.flatMap((section) => section.charts);
  return Object.fromEntries(
    charts.map(({ id, unit, lines, emptyBecause }) => [
      id,
      emptyBecause ?? lines.map(({ name: line, values }) => [line, values.filter((value) => value !== null), unit]),
    ]),
  );
}

test("a serverless endpoint shows its cold start and how much of its concurrency was used", async () => {
  await deploy("lambda-like", [{ ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 4 } }]);
  for (let call = 0; call < 2; call += 1) {
    await runtime.send(new InvokeEndpointCommand({ EndpointName: "lambda-like", Body: "{}" }));
  }
  const charts = await chartsOf("lambda-like");
  expect(charts).toMatchObject({
    invocations: [["invocations", [2], ""]],
    "concurrency-utilisation": [["highest", [25], "%"]],
    "setup-time": [
      ["p50", [expect.any(Number)], expect.any(String)],
      expect.any(Array),
      expect.any(Array),
      expect.any(Array),
    ],
    "provisioned-utilisation": "The endpoint keeps no environments ready.",
  });
  expect(Object.keys(charts)).not.toContain("cpu");
  expect(Object.keys(charts)).not.toContain("concurrency");
});

test("an asynchronous endpoint shows its queue and what it processed, under either spelling", async () => {
  const S3OutputPath = `s3://sagemaker-us-east-1-111122223333/out/`;
  await deploy("queued", [ON_INSTANCE], { AsyncInferenceConfig: { OutputConfig: { S3OutputPath } } });
  await runtime.send(
    new InvokeEndpointAsyncCommand({ EndpointName: "queued", Body: "{}", ContentType: "application/json" }),
  );
  await vi.waitFor(
    async () => {
      forgetReads("metric-modes");
      expect(await chartsOf("queued")).toMatchObject({ processed: [["processed", [1], ""]] });
    },
    { timeout: 10_000, interval: 50 },
  );
  const charts = await chartsOf("queued");
  expect(charts).toMatchObject({
    "async-failures": [
      ["expired", [0], ""],
      ["download", [0], ""],
      ["upload", [0], ""],
    ],
    "time-in-backlog": [["average", [expect.any(Number)], expect.any(String)], expect.any(Array)],
    "processing-time": [["average", [expect.any(Number)], expect.any(String)], expect.any(Array)],
  });
  expect(Object.keys(charts)).not.toContain("invocations");
  expect(Object.keys(charts)).not.toContain("overhead-latency");
});

test("before anybody asked, a serverless and an asynchronous endpoint say why their charts are empty", async () => {
  await deploy("quiet-lambda", [{ ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 4 } }]);
  expect(await chartsOf("quiet-lambda")).toMatchObject({
    invocations: "No traffic in this window.",
    "setup-time": "No traffic in this window.",
    "provisioned-utilisation": "No traffic in this window.",
  });
  const S3OutputPath = `s3://sagemaker-us-east-1-111122223333/out/`;
  await deploy("quiet-queue", [ON_INSTANCE], { AsyncInferenceConfig: { OutputConfig: { S3OutputPath } } });
  expect(await chartsOf("quiet-queue")).toMatchObject({
    processed: "No traffic in this window.",
    "time-in-backlog": "No request was in the queue or ended in this window.",
  });
  const { sections } = await readFleetMetrics(workspace, MetricsInput.parse({ range: "1h" }), Date.now() - 86_400_000);
  expect(sections.flatMap(({ charts }) => charts.map(({ id, emptyBecause }) => [id, emptyBecause]))).toStrictEqual([
    ["fleet-invocations", "No traffic in this window."],
    ["fleet-errors", "No traffic in this window."],
    ["fleet-latency", "No traffic in this window."],
    ["fleet-instances", "No instance reported in this window."],
    ["fleet-cpu", "No instance reported in this window."],
    ["fleet-memory", "No instance reported in this window."],
  ]);
});

test("instances are counted by how often each publishes, as the endpoint's config says", async () => {
  await deploy("frequent", [ON_INSTANCE], { MetricsConfig: { MetricPublishFrequencyInSeconds: 10 } });
  const minute = Math.floor(emulator.clock.now() / 60_000) * 60_000 - 120_000;
  await new CloudWatchClient(emulator.sdk).send(
    new PutMetricDataCommand({
      Namespace: "/aws/sagemaker/Endpoints",
      MetricData: [0, 10, 20, 30, 40, 50].map((second) => ({
        MetricName: "CPUUtilization",
        Dimensions: [
          { Name: "EndpointName", Value: "frequent" },
          { Name: "VariantName", Value: "AllTraffic" },
        ],
        Timestamp: new Date(minute + second * 1_000),
        Values: [40, 60],
        Unit: "Percent",
      })),
    }),
  );
  expect(await chartsOf("frequent")).toMatchObject({
    instances: [["instances", [2], ""]],
    cpu: [
      ["average", [50], "%"],
      ["highest", [60], "%"],
      ["lowest", [40], "%"],
    ],
  });
});

test("variants have a line each, and one alone can be chosen", async () => {
  await deploy("split", [
    { ...ON_INSTANCE, VariantName: "blue", InitialVariantWeight: 1 },
    { ...ON_INSTANCE, VariantName: "green", InitialVariantWeight: 1 },
  ]);
  const send = (TargetVariant: string) =>
    runtime.send(new InvokeEndpointCommand({ EndpointName: "split", Body: "{}", TargetVariant }));
  for (const variant of ["blue", "green", "green"]) await send(variant);
  expect(await chartsOf("split")).toMatchObject({
    invocations: [
      ["blue", [1], ""],
      ["green", [2], ""],
    ],
  });
  expect(await chartsOf("split", { variant: "green" })).toMatchObject({ invocations: [["invocations", [2], ""]] });
});

test("what people did to an endpoint from this console is marked, with their name; a failed try is not", async () => {
  await deploy("marked", [ON_INSTANCE]);
  const member = { id: "1", name: "ada", role: "operator" } as const;
  const change = { member, workspaceId: workspace.id, action: "endpoint:deploy", target: "endpoint marked" } as const;
  await auditChange(change, async () => {});
  await auditChange({ ...change, target: "endpoint other" }, async () => {});
  await auditChange(change, () => Promise.reject(new AppError("invalid", "No."))).catch(() => undefined);
  const view = await readEndpointMetrics(workspace, "marked", MetricsInput.parse({ range: "1h" }), Date.now() + 1_000);
  expect(view.marks.map(({ label }) => label)).toStrictEqual(["Deploy endpoint by ada"]);

  emulator.clock.advance(120_000);
  await sagemaker.send(
    new UpdateEndpointWeightsAndCapacitiesCommand({
      EndpointName: "marked",
      DesiredWeightsAndCapacities: [{ VariantName: "AllTraffic", DesiredInstanceCount: 2 }],
    }),
  );
  await untilStatus(sagemaker, "marked", "InService");
  forgetReads("metric-modes");
  const now = emulator.clock.now() + 1_000;
  const { marks } = await readEndpointMetrics(workspace, "marked", MetricsInput.parse({ range: "1h" }), now);
  expect(marks.map(({ label }) => label)).toStrictEqual(["Endpoint created", "Latest change ended"]);
});
