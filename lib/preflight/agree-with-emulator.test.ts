import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DescribeEndpointCommand,
} from "@aws-sdk/client-sagemaker";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { sagemakerClient } from "@/lib/aws/client";
import { forgetReads } from "@/lib/aws/read-cache";
import { buildRequests } from "@/lib/deploy/build-requests";
import { EMPTY_DEPLOY } from "@/lib/deploy/defaults";
import type { DeployFormValues, DeployInput } from "@/lib/deploy/schema";
import type { Workspace } from "@/lib/workspaces/view";

import { bundledLook } from "./model-look";
import { planOf } from "./plan";
import { readQuota } from "./quota";
import { readRole } from "./role";
import { runChecks } from "./run-checks";

const REGISTRY = "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference";
const CPU = `${REGISTRY}:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04`;
const GPU = `${REGISTRY}:2.6.0-transformers4.51.3-gpu-py312-cu124-ubuntu22.04`;
const ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";

let emulator: TestEmulator;
const workspace: Workspace = {
  id: "local",
  label: "Local",
  region: "us-east-1",
  isEmulator: true,
  endpointUrl: null,
  roleArn: null,
  executionRoleArn: ROLE,
  bucket: "b-1",
};

beforeAll(async () => {
  emulator = await startTestEmulator();
  vi.stubEnv("EMULATOR_URL", emulator.url);
});
afterAll(() => emulator.close());

const wishes = fc.record({
  image: fc.constantFrom(CPU, GPU),
  mode: fc.constantFrom("real-time" as const, "serverless" as const),
  instanceType: fc.constantFrom("ml.m5.xlarge", "ml.g5.xlarge", "ml.c6g.xlarge", "ml.m6g.large"),
  instanceCount: fc.integer({ min: 1, max: 4 }),
  limit: fc.integer({ min: 0, max: 4 }),
  executionRoleArn: fc.constantFrom(ROLE, ROLE, ROLE, "arn:aws:iam::111122223333:role/nobody"),
  serverlessProvisioned: fc.constantFrom("", "2", "9"),
});

test("what preflight calls failing fails in the emulator, and nothing else does", async () => {
  let number = 0;
  let blockedOnce = false;
  let passedOnce = false;
  await fc.assert(
    fc.asyncProperty(wishes, async ({ limit, ...wish }) => {
      number += 1;
      const values: DeployFormValues = {
        ...EMPTY_DEPLOY,
        ...wish,
        source: "bundled",
        bundledModel: "afinn-sentiment",
        task: "text-classification",
      };
      const type = wish.instanceType;
      const used = (await readQuota(workspace, type)).used;
      await fetch(`${emulator.url}/_emulator/quotas`, {
        method: "POST",
        body: JSON.stringify({ instanceType: type, usage: "endpoint usage", limit: used + limit }),
      });
      forgetReads(workspace.id);
      const checks = runChecks(planOf(values, "us-east-1"), {
        model: bundledLook("afinn-sentiment"),
        access: null,
        archive: null,
        quota: { state: "seen", value: await readQuota(workspace, type) },
        role: {
          state: "seen",
          value: await readRole(workspace, { roleArn: wish.executionRoleArn, archiveUri: "" }),
        },
      });
      const failing = checks.filter(({ verdict }) => verdict === "will-fail").map(({ id }) => id);
      const failure = await deploy(values, `wish-${number}`);
      forgetReads(workspace.id);
      expect(failure !== null, `${failing.join()}: ${failure}`).toBe(failing.length > 0);
      blockedOnce ||= failure !== null;
      passedOnce ||= failure === null;
    }),
    { numRuns: 60, seed: 7 },
  );
  expect([blockedOnce, passedOnce]).toStrictEqual([true, true]);
}, 900_000);

/** Why a deploy failed, by the call that was refused or the endpoint's FailureReason; null: it is in service. */
async function deploy(values: DeployFormValues, name: string): Promise<string | null> {
  const requests = buildRequests(values as DeployInput, {
    region: "us-east-1",
    names: { endpoint: name, endpointConfig: name, model: name },
    hubToken: null,
  });
  const client = sagemakerClient(workspace);
  try {
    await client.send(new CreateModelCommand(requests.model));
    await client.send(new CreateEndpointConfigCommand(requests.endpointConfig as never));
    await client.send(new CreateEndpointCommand(requests.endpoint));
  } catch (cause) {
    return String(cause);
  }
  return vi.waitFor(
    async () => {
      const { EndpointStatus, FailureReason } = await client.send(new DescribeEndpointCommand({ EndpointName: name }));
      expect(EndpointStatus).not.toBe("Creating");
      return EndpointStatus === "InService" ? null : (FailureReason ?? "Failed");
    },
    { timeout: 120_000 },
  );
}
