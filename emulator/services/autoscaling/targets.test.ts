import {
  ApplicationAutoScalingClient,
  DeregisterScalableTargetCommand,
  DescribeScalableTargetsCommand,
  RegisterScalableTargetCommand,
  type RegisterScalableTargetCommandInput,
} from "@aws-sdk/client-application-auto-scaling";
import { DeleteEndpointCommand, ListEndpointsCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deployModel } from "../../testing/deploy-model.ts";
import { heldInference } from "../../testing/held-inference.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let scaling: ApplicationAutoScalingClient;

beforeAll(async () => {
  const inference = heldInference();
  inference.letGo();
  emulator = await startTestEmulator({ inference });
  scaling = new ApplicationAutoScalingClient(emulator.sdk);
  for (const name of ["one", "two"]) {
    await deployModel(emulator, name, [{ environment: { HF_MODEL_ID: "bundled/afinn-sentiment" } }]);
  }
});
afterAll(() => emulator.close());

const idOf = (endpoint: string) => ({
  ServiceNamespace: "sagemaker" as const,
  ResourceId: `endpoint/${endpoint}/variant/AllTraffic`,
  ScalableDimension: "sagemaker:variant:DesiredInstanceCount" as const,
});
const register = (endpoint: string, more: Partial<RegisterScalableTargetCommandInput>) =>
  scaling.send(new RegisterScalableTargetCommand({ ...idOf(endpoint), ...more }));
const describe = async () =>
  (await scaling.send(new DescribeScalableTargetsCommand({ ServiceNamespace: "sagemaker" }))).ScalableTargets ?? [];

test("nothing scales until somebody says so", async () => {
  expect(await describe()).toStrictEqual([]);
});

test("a target is kept over a restart, and registering it again changes only what is given", async () => {
  const { ScalableTargetARN } = await register("one", { MinCapacity: 1, MaxCapacity: 4 });
  await register("one", { MaxCapacity: 6 });
  emulator = await emulator.restart();
  scaling = new ApplicationAutoScalingClient(emulator.sdk);
  expect(await describe()).toMatchObject([{ ...idOf("one"), MinCapacity: 1, MaxCapacity: 6, ScalableTargetARN }]);
});

test("limits that make no sense and variants that are not there are refused", async () => {
  await expect(register("two", { MinCapacity: 1 })).rejects.toMatchObject({ name: "ValidationException" });
  await expect(register("two", { MinCapacity: 3, MaxCapacity: 2 })).rejects.toMatchObject({
    message: "Maximum capacity cannot be less than minimum capacity",
  });
  await expect(register("three", { MinCapacity: 1, MaxCapacity: 2 })).rejects.toMatchObject({
    name: "ValidationException",
  });
});

test("a target is deregistered once", async () => {
  await register("two", { MinCapacity: 1, MaxCapacity: 2 });
  await scaling.send(new DeregisterScalableTargetCommand(idOf("two")));
  await expect(scaling.send(new DeregisterScalableTargetCommand(idOf("two")))).rejects.toMatchObject({
    name: "ObjectNotFoundException",
    message: expect.stringMatching(/^No scalable target found for service namespace: sagemaker, resource ID: endpoint/),
  });
});

test("an endpoint takes its targets along", async () => {
  await register("one", { MinCapacity: 1, MaxCapacity: 2 });
  const sagemaker = new SageMakerClient(emulator.sdk);
  await sagemaker.send(new DeleteEndpointCommand({ EndpointName: "one" }));
  emulator.clock.advance(60_000);
  await sagemaker.send(new ListEndpointsCommand({}));
  expect(await describe()).toStrictEqual([]);
});
