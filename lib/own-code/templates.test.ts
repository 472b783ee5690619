import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { deployModel } from "@/emulator/testing/deploy-model";
import { needs } from "@/emulator/testing/needs";
import { s3Client } from "@/emulator/testing/s3-client";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";
import { putSource } from "@/emulator/testing/training-fixtures";

import { PACKED_ENVIRONMENT } from "./places";
import { TEMPLATE_NAMES, TEMPLATES, type TemplateName } from "./templates";

// Python and its models are processes, which start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator();
});
afterAll(() => emulator.close());

async function answerOf(template: TemplateName, inputs: string): Promise<unknown> {
  const files = { "code/inference.py": TEMPLATES[template].inferencePy };
  const modelDataUrl = await putSource(s3Client(emulator), template, files);
  const model = { HF_MODEL_ID: "bundled/tiny-embeddings", HF_TASK: "feature-extraction" };
  const environment = { ...PACKED_ENVIRONMENT, ...(template === "embeddings" && model) };
  const endpoint = await deployModel(emulator, template, [{ modelDataUrl, environment }]);
  expect(endpoint.FailureReason).toBeUndefined();
  const { Body } = await new SageMakerRuntimeClient(emulator.sdk).send(
    new InvokeEndpointCommand({
      EndpointName: template,
      ContentType: "application/json",
      Body: JSON.stringify({ inputs }),
    }),
  );
  return JSON.parse(Body.transformToString());
}

test.for(TEMPLATE_NAMES)("the template %s runs as it is", async (template, context) => {
  await needs(context, "python3", "python3", "--version");
  const answer = await answerOf(template, "you");
  if (template !== "embeddings") {
    expect(answer).toStrictEqual({ answer: "Hello, you" });
    return;
  }
  const { vectors } = answer as { vectors: number[] };
  expect(vectors.length).toBeGreaterThan(8);
  expect(Math.hypot(...vectors)).toBeCloseTo(1, 5);
});
