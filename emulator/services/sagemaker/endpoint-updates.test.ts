import {
  CreateEndpointConfigCommand,
  DeleteEndpointConfigCommand,
  DescribeEndpointCommand,
  SageMakerClient,
  UpdateEndpointCommand,
  UpdateEndpointWeightsAndCapacitiesCommand,
} from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HeldInference, heldInference } from "../../testing/held-inference.ts";
import { createConfig, createEndpoint, createModel, failureOf, statusOf } from "../../testing/sagemaker-fixtures.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const DELAY = 1_000;

let emulator: TestEmulator;
let client: SageMakerClient;
let inference: HeldInference;

/** An endpoint `e` in service, and a configuration `next` of another model. */
beforeEach(async () => {
  const first = heldInference();
  first.letGo();
  inference = { ...heldInference() };
  const start = inference.start;
  let isFirst = true;
  inference.start = (target) => {
    if (!isFirst) return start(target);
    isFirst = false;
    return first.start(target);
  };
  emulator = await startTestEmulator({
    inference,
    delays: { endpointDelayMs: DELAY, deleteDelayMs: 0, trainingDelayMs: 0, coldStartMs: 0 },
  });
  client = new SageMakerClient(emulator.sdk);
  await createEndpoint(client, "e");
  await pass();
  await createModel(client, "other", "bundled/tiny-stories-lm");
  await createConfig(client, "next", "other", 3);
});
afterEach(async () => {
  await emulator.close();
});

/** Reads once, so that what containers answered is kept, then lets the delay pass. */
async function pass(): Promise<void> {
  await describe();
  emulator.clock.advance(DELAY);
}
const describe = () => client.send(new DescribeEndpointCommand({ EndpointName: "e" }));
const update = (input: object = {}) =>
  client.send(new UpdateEndpointCommand({ EndpointName: "e", EndpointConfigName: "next", ...input }));
const scale = (VariantName: string, wish: object) =>
  client.send(
    new UpdateEndpointWeightsAndCapacitiesCommand({
      EndpointName: "e",
      DesiredWeightsAndCapacities: [{ VariantName, ...wish }],
    }),
  );
async function instances() {
  const [variant] = (await describe()).ProductionVariants ?? [];
  return [variant?.CurrentInstanceCount, variant?.DesiredInstanceCount];
}

test("an updated endpoint keeps its configuration until the new containers answer", async () => {
  await update();
  const updating = await describe();
  expect(updating.EndpointStatus).toBe("Updating");
  expect(updating.EndpointConfigName).toBe("e");
  expect(updating.PendingDeploymentSummary?.EndpointConfigName).toBe("next");
  inference.letGo();
  await pass();
  const updated = await describe();
  expect(updated.EndpointStatus).toBe("InService");
  expect(updated.EndpointConfigName).toBe("next");
  expect(updated.PendingDeploymentSummary).toBeUndefined();
  expect(await instances()).toStrictEqual([3, 3]);
  expect(inference.released().map((target) => target.environment.HF_MODEL_ID)).toStrictEqual([
    "bundled/afinn-sentiment",
  ]);
});

test("a failed update rolls back, with the reason", async () => {
  await update();
  inference.fail("No such task.");
  await pass();
  const { EndpointStatus, EndpointConfigName, FailureReason } = await describe();
  expect({ EndpointStatus, EndpointConfigName }).toStrictEqual({
    EndpointStatus: "InService",
    EndpointConfigName: "e",
  });
  expect(FailureReason).toContain("did not pass the ping health check");
  expect(FailureReason).toContain("No such task.");
});

test("an update can keep the counts and weights that were set since", async () => {
  await scale("AllTraffic", { DesiredInstanceCount: 5, DesiredWeight: 2 });
  await pass();
  await update({
    RetainAllVariantProperties: true,
    ExcludeRetainedVariantProperties: [{ VariantPropertyType: "DesiredWeight" }],
  });
  inference.letGo();
  await pass();
  const [variant] = (await describe()).ProductionVariants ?? [];
  expect([variant?.CurrentInstanceCount, variant?.CurrentWeight]).toStrictEqual([5, 1]);
});

test("the deployment configuration is remembered, and kept when asked for", async () => {
  const DeploymentConfig = {
    BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: { Type: "ALL_AT_ONCE", WaitIntervalInSeconds: 0 } as const },
  };
  inference.letGo();
  await update({ DeploymentConfig });
  await pass();
  expect((await describe()).LastDeploymentConfig).toStrictEqual(DeploymentConfig);
  await update({ RetainDeploymentConfig: true });
  await pass();
  expect((await describe()).LastDeploymentConfig).toStrictEqual(DeploymentConfig);
});

test("an endpoint cannot be updated during an update", async () => {
  await update();
  expect(await failureOf(update())).toStrictEqual({
    name: "ValidationException",
    message: 'Cannot update in-progress endpoint "arn:aws:sagemaker:us-east-1:111122223333:endpoint/e".',
  });
  expect((await failureOf(scale("AllTraffic", { DesiredWeight: 1 }))).message).toContain("Cannot update in-progress");
});

test("both the new configuration and the one in use must be there", async () => {
  expect((await failureOf(update({ EndpointConfigName: "nowhere" }))).message).toContain("endpoint-config/nowhere");
  await client.send(new DeleteEndpointConfigCommand({ EndpointConfigName: "e" }));
  expect((await failureOf(update())).message).toBe(
    'Could not find endpoint configuration "arn:aws:sagemaker:us-east-1:111122223333:endpoint-config/e".',
  );
});

test("a new count shows as desired, then as current", async () => {
  await scale("AllTraffic", { DesiredInstanceCount: 4 });
  expect(await statusOf(client, "e")).toBe("Updating");
  expect(await instances()).toStrictEqual([1, 4]);
  emulator.clock.advance(DELAY);
  expect(await statusOf(client, "e")).toBe("InService");
  expect(await instances()).toStrictEqual([4, 4]);
});

test("weights move between variants", async () => {
  const variant = { ModelName: "other", InitialInstanceCount: 1, InstanceType: "ml.m5.xlarge" } as const;
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: "two",
      ProductionVariants: [
        { ...variant, VariantName: "blue" },
        { ...variant, VariantName: "green", InitialVariantWeight: 0 },
      ],
    }),
  );
  inference.letGo();
  await update({ EndpointConfigName: "two" });
  await pass();
  await client.send(
    new UpdateEndpointWeightsAndCapacitiesCommand({
      EndpointName: "e",
      DesiredWeightsAndCapacities: [
        { VariantName: "blue", DesiredWeight: 0.5 },
        { VariantName: "green", DesiredWeight: 1.5 },
      ],
    }),
  );
  emulator.clock.advance(DELAY);
  const { ProductionVariants = [] } = await describe();
  expect(ProductionVariants.map((each) => [each.VariantName, each.CurrentWeight])).toStrictEqual([
    ["blue", 0.5],
    ["green", 1.5],
  ]);
});

test("a variant whose weight or count changes says that it is updating, until the endpoint is in service", async () => {
  const stages = async () =>
    (await describe()).ProductionVariants?.map(({ VariantStatus }) => VariantStatus?.[0]?.Status);
  await scale("AllTraffic", { DesiredWeight: 30 });
  expect(await stages()).toStrictEqual(["Updating"]);
  emulator.clock.advance(DELAY);
  expect(await stages()).toStrictEqual([undefined]);
  expect((await describe()).ProductionVariants?.[0]).toMatchObject({ CurrentWeight: 30, DesiredWeight: 30 });
});

test("a serverless variant takes another concurrency, and no instances", async () => {
  await client.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: "less",
      ProductionVariants: [
        { VariantName: "only", ModelName: "other", ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } },
      ],
    }),
  );
  inference.letGo();
  await update({ EndpointConfigName: "less" });
  await pass();
  await scale("only", { ServerlessUpdateConfig: { MaxConcurrency: 8, ProvisionedConcurrency: 2 } });
  const [changing] = (await describe()).ProductionVariants ?? [];
  expect([changing?.CurrentServerlessConfig, changing?.DesiredServerlessConfig]).toStrictEqual([
    { MemorySizeInMB: 2048, MaxConcurrency: 5 },
    { MemorySizeInMB: 2048, MaxConcurrency: 8, ProvisionedConcurrency: 2 },
  ]);
  emulator.clock.advance(DELAY);
  expect((await describe()).ProductionVariants?.[0]?.CurrentServerlessConfig?.MaxConcurrency).toBe(8);
  const refusals = await Promise.all([
    failureOf(scale("only", { DesiredInstanceCount: 2 })),
    failureOf(scale("only", { ServerlessUpdateConfig: { ProvisionedConcurrency: 9 } })),
  ]);
  expect(refusals.map(({ message }) => message)).toStrictEqual([
    'The serverless variant "only" cannot have DesiredInstanceCount.',
    'ProvisionedConcurrency of the variant "only" must be less than or equal to MaxConcurrency.',
  ]);
});

test("a variant is named once, and one on instances has no concurrency", async () => {
  const twice = client.send(
    new UpdateEndpointWeightsAndCapacitiesCommand({
      EndpointName: "e",
      DesiredWeightsAndCapacities: [
        { VariantName: "AllTraffic", DesiredWeight: 1 },
        { VariantName: "AllTraffic", DesiredWeight: 2 },
      ],
    }),
  );
  expect((await failureOf(twice)).message).toBe('Variant names must be unique; "AllTraffic" is given more than once.');
  const concurrency = scale("AllTraffic", { ServerlessUpdateConfig: { MaxConcurrency: 3 } });
  expect((await failureOf(concurrency)).message).toContain("runs on instances");
});

test("unknown variants and empty endpoints are refused", async () => {
  expect((await failureOf(scale("Nobody", { DesiredWeight: 1 }))).message).toBe(
    'The variant name(s) "Nobody" is/are not present within endpoint configuration "e".',
  );
  expect((await failureOf(scale("AllTraffic", { DesiredInstanceCount: 0 }))).message).toContain("at least 1 instance");
  expect((await failureOf(scale("AllTraffic", { DesiredWeight: 0 }))).message).toContain("must be greater than 0");
});
