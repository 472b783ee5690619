import {
  ApplicationAutoScalingClient,
  DeleteScalingPolicyCommand,
  DeregisterScalableTargetCommand,
  DescribeScalingPoliciesCommand,
  PutScalingPolicyCommand,
  type PutScalingPolicyCommandInput,
  RegisterScalableTargetCommand,
} from "@aws-sdk/client-application-auto-scaling";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deployModel } from "../../testing/deploy-model.ts";
import { instantInference } from "../../testing/held-inference.ts";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let scaling: ApplicationAutoScalingClient;

beforeAll(async () => {
  emulator = await startTestEmulator({ inference: instantInference() });
  scaling = new ApplicationAutoScalingClient(emulator.sdk);
  await deployModel(emulator, "one", [{ environment: { HF_MODEL_ID: "bundled/afinn-sentiment" } }]);
});
afterAll(() => emulator.close());

const ID = {
  ServiceNamespace: "sagemaker",
  ResourceId: "endpoint/one/variant/AllTraffic",
  ScalableDimension: "sagemaker:variant:DesiredInstanceCount",
} as const;
const TRACKING = { TargetValue: 5, ScaleInCooldown: 600, ScaleOutCooldown: 300 };
const put = (more: Partial<PutScalingPolicyCommandInput> = {}) =>
  scaling.send(
    new PutScalingPolicyCommand({
      ...ID,
      PolicyName: "hold",
      PolicyType: "TargetTrackingScaling",
      TargetTrackingScalingPolicyConfiguration: TRACKING,
      ...more,
    }),
  );
const list = async () =>
  (await scaling.send(new DescribeScalingPoliciesCommand({ ServiceNamespace: "sagemaker" }))).ScalingPolicies ?? [];

test("a policy needs a registered target, is shown, replaced by its name and deleted", async () => {
  await expect(put()).rejects.toMatchObject({ name: "ObjectNotFoundException" });
  await scaling.send(new RegisterScalableTargetCommand({ ...ID, MinCapacity: 0, MaxCapacity: 2 }));
  const made = await put();
  const again = await put({ TargetTrackingScalingPolicyConfiguration: { ...TRACKING, TargetValue: 7 } });
  expect(again.PolicyARN).toBe(made.PolicyARN);
  expect(await list()).toMatchObject([
    { ...ID, PolicyName: "hold", TargetTrackingScalingPolicyConfiguration: { ...TRACKING, TargetValue: 7 } },
  ]);
  await scaling.send(new DeleteScalingPolicyCommand({ ...ID, PolicyName: "hold" }));
  expect(await list()).toEqual([]);
  await expect(scaling.send(new DeleteScalingPolicyCommand({ ...ID, PolicyName: "hold" }))).rejects.toMatchObject({
    name: "ObjectNotFoundException",
  });
});

test("a policy's type and configuration belong together", async () => {
  await expect(put({ PolicyType: "StepScaling" })).rejects.toMatchObject({ name: "ValidationException" });
});

test("policies go with their target", async () => {
  await put();
  await scaling.send(new DeregisterScalableTargetCommand(ID));
  expect(await list()).toEqual([]);
});
