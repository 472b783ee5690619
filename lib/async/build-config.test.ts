import { expect, test } from "vitest";

import golden16 from "@/catalog/recipes/golden/16.json";

import { buildAsyncConfig, defaultFailureUri } from "./build-config";

const wishes = {
  outputUri: "s3://sagemaker-us-east-1-111122223333/async_inference/output",
  failureUri: defaultFailureUri(
    "sagemaker-us-east-1-111122223333",
    "huggingface-pytorch-inference-2026-01-01-00-00-00-002",
    new Date("2026-01-01T00:00:00.002Z"),
    "0000",
  ),
  maxConcurrent: null,
  kmsKeyId: null,
  successTopic: null,
  errorTopic: null,
};

test("an output path alone gives the SDK's configuration (sample notebook 16)", () => {
  expect(buildAsyncConfig(wishes)).toStrictEqual(golden16.requests.CreateEndpointConfig.AsyncInferenceConfig);
});

test("what is chosen goes where SageMaker reads it", () => {
  const errorTopic = "arn:aws:sns:us-east-1:111122223333:failed";
  expect(buildAsyncConfig({ ...wishes, maxConcurrent: 4, kmsKeyId: "alias/key", errorTopic })).toMatchObject({
    OutputConfig: { KmsKeyId: "alias/key", NotificationConfig: { ErrorTopic: errorTopic } },
    ClientConfig: { MaxConcurrentInvocationsPerInstance: 4 },
  });
});
