import { SageMakerClient, UpdateInferenceComponentRuntimeConfigCommand } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { createComponent, createHost, untilComponent } from "@/emulator/testing/component-fixtures";
import { deployModel } from "@/emulator/testing/deploy-model";
import { createModel } from "@/emulator/testing/sagemaker-fixtures";
import { type ScriptedInference, scriptedInference } from "@/emulator/testing/scripted-inference";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";

import { NO_OPTIONS } from "@/lib/inference/call-options";

import { invokeEndpoint } from "./invoke-endpoint";

const target = { id: "local", region: "us-east-1", isEmulator: true, endpointUrl: null, roleArn: null };
let emulator: TestEmulator;
let inference: ScriptedInference;

beforeAll(async () => {
  inference = scriptedInference();
  emulator = await startTestEmulator({ inference });
  vi.stubEnv("EMULATOR_URL", emulator.url);
  await deployModel(emulator, "slow", [{ environment: {} }]);
});
afterAll(async () => {
  await emulator.close();
  vi.unstubAllEnvs();
});

test("a crowd of slow calls holds up nobody: each is at the container while the others wait for their answers", async () => {
  const crowd = Array.from({ length: 120 }, () =>
    invokeEndpoint(target, "slow", {
      body: Buffer.from('{"inputs":"good"}'),
      contentType: "application/json",
      accept: "application/json",
      signal: new AbortController().signal,
    }),
  );
  const calls = [];
  for (const _ of crowd) calls.push(await inference.next());
  for (const call of calls) call.end({ body: "[]" });
  for (const answer of await Promise.all(crowd)) expect(Buffer.from(answer.body).toString()).toBe("[]");
});

test("a component with zero copies says so, what to do, and what SageMaker said", async () => {
  const client = new SageMakerClient(emulator.sdk);
  await createHost(client, "host");
  await createModel(client, "mood");
  await createComponent(client, "mood", "host", "mood");
  await untilComponent(client, "mood", "InService");
  await client.send(
    new UpdateInferenceComponentRuntimeConfigCommand({
      InferenceComponentName: "mood",
      DesiredRuntimeConfig: { CopyCount: 0 },
    }),
  );
  await untilComponent(client, "mood", "InService");
  const refused = invokeEndpoint(target, "host", {
    body: Buffer.from('{"inputs":"good"}'),
    contentType: "application/json",
    accept: "application/json",
    options: { ...NO_OPTIONS, inferenceComponent: "mood" },
    signal: new AbortController().signal,
  });
  await expect(refused).rejects.toMatchObject({
    problem: {
      code: "unavailable",
      message: "The component has zero copies, so nothing could answer this call.",
      hint: expect.stringContaining("run it again in a minute or two"),
      awsCode: "ValidationError",
      detail: { awsMessage: expect.stringMatching(/^Inference Component has no capacity to process this request\./) },
    },
  });
});
