import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  DescribeScalingPoliciesCommand,
} from "@aws-sdk/client-application-auto-scaling";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import {
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  DescribeModelCommand,
  DescribeTrainingJobCommand,
  DescribeTransformJobCommand,
  ListEndpointsCommand,
  ListModelsCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, describe, expect, type TestContext, test } from "vitest";

import type { RecipeEdition } from "@/catalog/recipes/select";
import type { InferenceHost } from "@/emulator/container/inference-host";
import { needs } from "@/emulator/testing/needs";
import { BUCKET, s3Client } from "@/emulator/testing/s3-client";
import { startTestEmulator, type TestEmulator } from "@/emulator/testing/start-test-emulator";

import { exportedRecipe } from "../testing/exported-recipe";
import { runProgram } from "../testing/run-program";
import { sentBySdkV3 } from "../testing/sent-by-sdk-v3";
import { boto3Program } from "./boto3";
import { pythonSdkV3Program } from "./python-sdk-v3";
import type { RecipeExport } from "./view";

let emulator: TestEmulator;
let sagemaker: SageMakerClient;
beforeEach(async () => {
  emulator = await startTestEmulator({ inference: ECHO });
  sagemaker = new SageMakerClient(emulator.sdk);
});
afterEach(async () => {
  sagemaker.destroy();
  await emulator.close();
});

/** Containers that start at once, whatever the model, and answer what they are asked. */
const ECHO: InferenceHost = {
  start: async () => undefined,
  invoke: async (_target, { body }) => ({ status: 200, contentType: "application/json", body, modelLatencyUs: 1 }),
  release: () => undefined,
  close: async () => undefined,
};

/** A script that leaves a model, and fails unless its data came. */
const TRAIN = `import os, pathlib
assert any(pathlib.Path(os.environ["SM_CHANNEL_TRAIN"]).iterdir())
pathlib.Path(os.environ["SM_MODEL_DIR"], "model.txt").write_text("trained")
`;

async function put(uri: string, text: string): Promise<void> {
  const s3 = s3Client(emulator);
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: uri.replace(`s3://${BUCKET}/`, ""), Body: text }));
  s3.destroy();
}

const LANGUAGES = [
  { language: "boto3", write: boto3Program, sent: (input: object) => input },
  { language: "SDK v3", write: pythonSdkV3Program, sent: sentBySdkV3 },
];

describe.each(LANGUAGES)("what the $language program makes is what the recipe asks for", ({ write, sent }) => {
  function exported(id: string, edition: RecipeEdition): RecipeExport {
    return exportedRecipe(id, edition, {
      region: "us-east-1",
      bucket: BUCKET,
      executionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
      now: new Date("2026-01-01T00:00:00.001Z"),
      unique: "00000000-0000-4000-8000-000000000000",
    });
  }

  async function run(context: TestContext, wanted: RecipeExport, files: Record<string, string> = {}) {
    await needs(context, "boto3", "python3", "-c", "import boto3");
    return runProgram(write(wanted), emulator.url, files);
  }

  test("a training job (06)", { timeout: 60_000 }, async (context) => {
    const wanted = exported("06", "today");
    const request = wanted.requests.training;
    for (const channel of request?.InputDataConfig ?? []) {
      await put(`${channel.DataSource.S3DataSource.S3Uri}/part.json`, "{}");
    }
    const program = await run(context, wanted, { "scripts/train.py": TRAIN });
    const job = await sagemaker.send(new DescribeTrainingJobCommand({ TrainingJobName: request?.TrainingJobName }));
    expect(job).toMatchObject({ ...sent({ ...request }), TrainingJobStatus: "Completed" });
    await program.cleanUp();
  });

  test("an endpoint (11)", { timeout: 60_000 }, async (context) => {
    const wanted = exported("11", "today");
    const program = await run(context, wanted);
    await expectEndpoint(wanted);
    expect(program.printed).toStrictEqual([
      "{'inputs': {'question': 'What is used for inference?', 'context': 'My Name is Philipp and I live in Nuremberg. This model is used with sagemaker for inference.'}}",
    ]);
    await program.cleanUp();
    await expectNothingServed();
  });

  test("a transform job (12)", { timeout: 60_000 }, async (context) => {
    const wanted = exported("12", "today");
    const { transform, model } = wanted.requests;
    await put(`${transform?.TransformInput.DataSource.S3DataSource.S3Uri}`, '{"inputs": "I like it."}\n');
    const program = await run(context, wanted);
    const job = await sagemaker.send(
      new DescribeTransformJobCommand({ TransformJobName: transform?.TransformJobName }),
    );
    expect(job).toMatchObject({ ...transform, TransformJobStatus: "Completed" });
    expect(await sagemaker.send(new DescribeModelCommand({ ModelName: model?.ModelName }))).toMatchObject({ ...model });
    await program.cleanUp();
    await expectNothingServed();
  });

  test.for([
    ["13", "today"],
    ["16", "notebook"],
  ] as const)("an endpoint that scales (%s)", { timeout: 60_000 }, async ([id, edition], context) => {
    const wanted = exported(id, edition);
    const { scaling } = wanted.requests;
    const program = await run(context, wanted);
    await expectEndpoint(wanted);
    const autoscaling = new ApplicationAutoScalingClient(emulator.sdk);
    const ofSageMaker = { ServiceNamespace: "sagemaker" } as const;
    const targets = () => autoscaling.send(new DescribeScalableTargetsCommand(ofSageMaker));
    const { ScalingPolicies } = await autoscaling.send(new DescribeScalingPoliciesCommand(ofSageMaker));
    expect((await targets()).ScalableTargets).toMatchObject([{ ...scaling?.target }]);
    expect(ScalingPolicies).toMatchObject([{ ...scaling?.policy }]);

    await program.cleanUp();
    expect((await targets()).ScalableTargets).toStrictEqual([]);
    autoscaling.destroy();
    await expectNothingServed();
  });
});

async function expectEndpoint({ requests: { model, endpoint } }: RecipeExport): Promise<void> {
  const { EndpointName, EndpointConfigName } = endpoint?.endpoint ?? {};
  expect(await sagemaker.send(new DescribeModelCommand({ ModelName: model?.ModelName }))).toMatchObject({ ...model });
  expect(await sagemaker.send(new DescribeEndpointConfigCommand({ EndpointConfigName }))).toMatchObject({
    ...endpoint?.config,
  });
  expect(await sagemaker.send(new DescribeEndpointCommand({ EndpointName }))).toMatchObject({
    EndpointConfigName,
    EndpointStatus: "InService",
  });
}

async function expectNothingServed(): Promise<void> {
  expect((await sagemaker.send(new ListModelsCommand())).Models).toStrictEqual([]);
  expect((await sagemaker.send(new ListEndpointsCommand())).Endpoints).toStrictEqual([]);
}
