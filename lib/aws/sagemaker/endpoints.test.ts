import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApplicationAutoScalingClient, RegisterScalableTargetCommand } from "@aws-sdk/client-application-auto-scaling";
import { CloudWatchClient, DescribeAlarmsCommand, PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator.ts";
import { forgetReads } from "@/lib/aws/read-cache";
import { previewDeletion, removeEndpoint } from "@/lib/endpoints/deletion";
import { readEndpoint, readEndpointRows } from "@/lib/endpoints/service";
import { operationAfter, retryOperation } from "@/lib/operations/service";
import { MASK } from "@/lib/secrets/mask";
import { insertWorkspace } from "@/lib/workspaces/service";
import type { Workspace } from "@/lib/workspaces/view";

import { describeEndpoint, listEndpoints } from "./endpoints";

const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";
const IMAGE =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04";

const member = { id: "m", name: "mia", role: "operator" } as const;
const root = mkdtempSync(join(tmpdir(), "console-endpoints-"));
let emulator: TestEmulator;
let sdk: SageMakerClient;
let workspace: Workspace;

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
  sdk = new SageMakerClient(emulator.sdk);
  workspace = {
    id: "test",
    label: "Test",
    region: emulator.sdk.region,
    isEmulator: false,
    endpointUrl: emulator.url,
    roleArn: null,
    executionRoleArn: ROLE,
    bucket: null,
  };
  // Deleting is an operation of the journal, which looks its workspace up.
  vi.stubEnv("DATA_DIR", root);
  await insertWorkspace({
    id: workspace.id,
    label: workspace.label,
    region: workspace.region,
    is_emulator: 0,
    endpoint_url: emulator.url,
    role_arn: null,
    execution_role_arn: ROLE,
    bucket: null,
  });
  for (const name of ["alpha", "beta", "gamma"]) await deploy(name, { model: `${name}-model` });
  await deploy("twin-one", { model: "shared-model" });
  await deploy("twin-two", { model: "shared-model" });
}, 60_000);

beforeEach(() => forgetReads("test"));

afterAll(async () => {
  sdk.destroy();
  await emulator.close();
  rmSync(root, { recursive: true, force: true });
});

async function deploy(name: string, { model }: { model: string }) {
  await sdk
    .send(
      new CreateModelCommand({
        ModelName: model,
        ExecutionRoleArn: ROLE,
        PrimaryContainer: {
          Image: IMAGE,
          Environment: {
            HF_MODEL_ID: "bundled/afinn-sentiment",
            HF_TASK: "text-classification",
            HF_TOKEN: "hf_secretsecret",
          },
        },
      }),
    )
    .catch((cause: Error) => {
      if (!cause.message.startsWith("Cannot create already existing")) throw cause;
    });
  await sdk.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: `${name}-config`,
      ProductionVariants: [
        { VariantName: "AllTraffic", ModelName: model, InstanceType: "ml.m5.xlarge", InitialInstanceCount: 1 },
      ],
    }),
  );
  await sdk.send(new CreateEndpointCommand({ EndpointName: name, EndpointConfigName: `${name}-config` }));
}

test("endpoints are listed page by page, sorted by SageMaker", async () => {
  const first = await listEndpoints(workspace, { sort: "name", order: "asc", limit: 2 });
  expect(first.items.map((item) => item.name)).toStrictEqual(["alpha", "beta"]);
  const second = await listEndpoints(workspace, {
    sort: "name",
    order: "asc",
    limit: 2,
    cursor: first.nextCursor ?? undefined,
  });
  expect(second.items.map((item) => item.name)).toStrictEqual(["gamma", "twin-one"]);
});

test("a part of the name narrows the list", async () => {
  const page = await listEndpoints(workspace, { search: "twin" });
  expect(page.items.map((item) => item.name).sort()).toStrictEqual(["twin-one", "twin-two"]);
});

test("a missing endpoint is reported as not-found, whatever AWS calls it", async () => {
  await expect(describeEndpoint(workspace, "nope")).rejects.toMatchObject({ code: "not-found" });
});

test("an endpoint is read with its model, and no token leaves the gateway", async () => {
  const detail = await readEndpoint(workspace, "alpha");
  expect(detail).toMatchObject({
    name: "alpha",
    task: "text-classification",
    mode: "real-time",
    variants: [{ modelName: "alpha-model", source: { kind: "bundled", id: "afinn-sentiment" } }],
  });
  expect(detail.variants[0]?.container?.environment).toContainEqual({ name: "HF_TOKEN", value: MASK, isSecret: true });
  expect(JSON.stringify(detail)).not.toContain("hf_secretsecret");
});

test("rows of endpoints that are gone are left out", async () => {
  const rows = await readEndpointRows(workspace, ["beta", "nope"]);
  expect(rows.map((row) => row.name)).toStrictEqual(["beta"]);
});

test("a model that another endpoint uses is kept, with the reason", async () => {
  const preview = await previewDeletion(workspace, "twin-one");
  expect(preview).toMatchObject({
    config: { name: "twin-one-config", keptBecause: null },
    models: [{ name: "shared-model", keptBecause: "The endpoint twin-two still uses it." }],
    staying: [{ kind: "logs", name: "/aws/sagemaker/Endpoints/twin-one" }],
    checkedAll: true,
  });
  await expect(
    removeEndpoint(workspace, member, { name: "twin-one", config: true, models: ["shared-model"], alarms: [] }),
  ).rejects.toMatchObject({ code: "conflict" });
  expect((await describeEndpoint(workspace, "twin-one")).name).toBe("twin-one");
});

test("what scales an endpoint is listed, and so is that it could not be looked at", async () => {
  const scaling = new ApplicationAutoScalingClient(emulator.sdk);
  const ResourceId = "endpoint/beta/variant/AllTraffic";
  const ScalableDimension = "sagemaker:variant:DesiredInstanceCount";
  await scaling.send(
    new RegisterScalableTargetCommand({
      ServiceNamespace: "sagemaker",
      ResourceId,
      ScalableDimension,
      MinCapacity: 1,
      MaxCapacity: 4,
    }),
  );
  expect((await previewDeletion(workspace, "beta")).scaling).toStrictEqual({
    variants: [{ variant: "AllTraffic", min: 1, max: 4, resourceId: ResourceId, dimension: ScalableDimension }],
    alarms: [],
    problem: null,
  });
  expect((await previewDeletion(workspace, "alpha")).scaling.variants).toStrictEqual([]);

  const error = { type: "AccessDeniedException", message: "not authorized to perform this", status: 400 };
  const fault = { service: "application-autoscaling", operation: "DescribeScalableTargets", times: 1, error };
  await fetch(`${emulator.url}/_emulator/faults`, { method: "POST", body: JSON.stringify(fault) });
  expect((await previewDeletion(workspace, "beta")).scaling).toStrictEqual({
    variants: null,
    problem: "not authorized to perform this",
  });
});

test("a model that the endpoint does not use is never deleted with it", async () => {
  await expect(
    removeEndpoint(workspace, member, { name: "alpha", config: false, models: ["beta-model"], alarms: [] }),
  ).rejects.toMatchObject({ message: expect.stringContaining("does not use it") });
});

test("an endpoint goes with its config and model", async () => {
  await expect
    .poll(
      async () => {
        forgetReads("test");
        return (await describeEndpoint(workspace, "gamma")).status;
      },
      { timeout: 30_000 },
    )
    .toBe("InService");
  const result = await removeEndpoint(workspace, member, {
    name: "gamma",
    config: true,
    models: ["gamma-model"],
    alarms: [],
  });
  expect(result).toMatchObject({
    isRunning: false,
    gone: ["endpoint gamma", "endpoint config gamma-config", "model gamma-model"],
    remaining: [],
    problem: null,
  });
  await expect
    .poll(
      async () => {
        forgetReads("test");
        return (await listEndpoints(workspace, { search: "gamma" })).items.map((item) => item.status);
      },
      { timeout: 30_000 },
    )
    .toStrictEqual([]);
}, 60_000);

test("a part that AWS does not let go is named with AWS's reason, and can be tried again", async () => {
  await deploy("delta", { model: "delta-model" });
  await expect
    .poll(
      async () => {
        forgetReads("test");
        return (await describeEndpoint(workspace, "delta")).status;
      },
      { timeout: 30_000 },
    )
    .toBe("InService");
  const error = { type: "AccessDeniedException", message: "not authorized to perform: sagemaker:DeleteModel" };
  await fetch(`${emulator.url}/_emulator/faults`, {
    method: "POST",
    body: JSON.stringify({ service: "sagemaker", operation: "DeleteModel", error }),
  });
  const result = await removeEndpoint(workspace, member, {
    name: "delta",
    config: true,
    models: ["delta-model"],
    alarms: [],
  });
  expect(result).toMatchObject({
    gone: ["endpoint delta", "endpoint config delta-config"],
    remaining: ["model delta-model"],
    problem: { code: "forbidden", message: error.message },
  });

  await retryOperation(workspace, member, result.operationId);
  const retried = await operationAfter(workspace, result.operationId, 20_000);
  expect(retried).toMatchObject({ status: "succeeded", existing: [] });
}, 60_000);

test("alarms on an endpoint are listed, and the chosen ones go with it", async () => {
  await deploy("watched", { model: "watched-model" });
  await expect
    .poll(
      async () => {
        forgetReads("test");
        return (await describeEndpoint(workspace, "watched")).status;
      },
      { timeout: 30_000 },
    )
    .toBe("InService");
  const cloudwatch = new CloudWatchClient(emulator.sdk);
  const put = (AlarmName: string, EndpointName: string, Tags: { Key: string; Value: string }[] = []) =>
    cloudwatch.send(
      new PutMetricAlarmCommand({
        AlarmName,
        Namespace: "AWS/SageMaker",
        MetricName: "Invocation5XXErrors",
        Dimensions: [{ Name: "EndpointName", Value: EndpointName }],
        Statistic: "Sum",
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: "GreaterThanThreshold",
        Tags,
      }),
    );
  await put("ours", "watched", [{ Key: "created-by", Value: "huggingface-sagemaker-console" }]);
  await put("theirs", "watched");
  await put("of-another", "alpha");
  expect((await previewDeletion(workspace, "watched")).alarms.found).toStrictEqual([
    { name: "ours", isMadeHere: true },
    { name: "theirs", isMadeHere: false },
  ]);
  const input = { name: "watched", config: true, models: ["watched-model"], alarms: ["ours", "of-another"] };
  expect(await removeEndpoint(workspace, member, input)).toMatchObject({
    gone: ["endpoint watched", "endpoint config watched-config", "model watched-model", "alarm ours"],
    remaining: [],
  });
  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({}));
  expect(MetricAlarms.map(({ AlarmName }) => AlarmName)).toStrictEqual(["of-another", "theirs"]);
}, 60_000);
