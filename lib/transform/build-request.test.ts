import { expect, test } from "vitest";

import golden12 from "@/catalog/recipes/golden/12.json";

import { buildTransformRequest, type TransformWishes } from "./build-request";

const wishes: TransformWishes = {
  inputUri: "s3://sagemaker-us-east-1-111122223333/batch_transform/input/tweet_data.jsonl",
  outputUri: "s3://sagemaker-us-east-1-111122223333/batch_transform/output",
  instanceType: "ml.p3.2xlarge",
  instanceCount: 1,
  strategy: "SingleRecord",
  contentType: "application/json",
  splitType: "Line",
  accept: null,
  assembleWith: null,
  maxConcurrent: null,
  maxPayloadMb: null,
};
const names = {
  job: "huggingface-pytorch-inference-2026-01-01-00-00-00-003",
  model: "huggingface-pytorch-inference-2026-01-01-00-00-00-002",
};

test("a file of JSON lines gives the SDK's request (sample notebook 12)", () => {
  expect(buildTransformRequest(wishes, names)).toStrictEqual(golden12.requests.CreateTransformJob);
});

test("what is chosen goes where SageMaker reads it", () => {
  const request = buildTransformRequest(
    { ...wishes, accept: "application/json", assembleWith: "Line", maxConcurrent: 2, maxPayloadMb: 6 },
    names,
  );
  expect(request).toMatchObject({
    MaxConcurrentTransforms: 2,
    MaxPayloadInMB: 6,
    TransformOutput: { Accept: "application/json", AssembleWith: "Line" },
  });
});
