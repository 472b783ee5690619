import { expect, test } from "vitest";

import { buildImageUri } from "@/catalog/containers/image-uri";
import { containerById } from "@/catalog/containers/select";
import { trainingCautions } from "./cautions";
import { emptyTraining } from "./defaults";
import { plannedRequest } from "./planned-request";
import { type TrainingFormValues, TrainingInput } from "./schema";

const place = { region: "us-east-1", bucket: "a-bucket" };
const filled: TrainingFormValues = {
  ...emptyTraining({ ...place, executionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole" }),
  stampedAt: "2026-01-02T03:04:05.006Z",
  uploadFiles: 1,
  entryPoint: "train.py",
};

function image(id: string): string {
  const container = containerById(id);
  const built = container && buildImageUri(container, "us-east-1");
  if (!built?.ok) throw new Error(`${id} is not in us-east-1`);
  return built.imageUri;
}

const OLD = "huggingface-pytorch-training:1.10.2-transformers4.17.0-gpu-py38-cu113-ubuntu20.04";
const COMPILER = "huggingface-pytorch-trcomp-training:1.11.0-transformers4.21.1-gpu-py38-cu113-ubuntu20.04";
const INFERENCE = "huggingface-pytorch-inference:2.6.0-transformers4.49.0-cpu-py312-ubuntu22.04";

/** What is wrong, as `path: message`. */
function problems(over: Partial<TrainingFormValues>): string[] {
  const parsed = TrainingInput.safeParse({ ...filled, ...over });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

test("the form is right as it opens, but for what only a person knows", () => {
  expect(problems({})).toStrictEqual([]);
  expect(new Set(problems({ uploadFiles: 0, entryPoint: "" }).map((text) => text.split(":")[0]))).toStrictEqual(
    new Set(["entryPoint", "source"]),
  );
});

test.each<[string, Partial<TrainingFormValues>, RegExp]>([
  ["a CPU for a GPU image", { instanceType: "ml.m5.xlarge" }, /^instanceType: The image is built for/],
  ["an image that serves", { image: image(INFERENCE), instanceType: "ml.m5.xlarge" }, /^image: This image serves/],
  ["spot without a limit", { isSpot: true }, /^maxWaitSeconds: Say how long/],
  ["spot that waits too short", { isSpot: true, maxWaitSeconds: "60" }, /^maxWaitSeconds: This counts/],
  [
    "warm spot instances",
    { isSpot: true, maxWaitSeconds: "90000", keepAliveSeconds: "60" },
    /^keepAliveSeconds: Spot instances/,
  ],
  [
    "data parallel on g5",
    { distribution: "smddp", image: image(OLD) },
    /^distribution: SageMaker data parallel runs on/,
  ],
  [
    "data parallel in a new container",
    { distribution: "smddp", instanceType: "ml.p4d.24xlarge" },
    /^distribution: SageMaker data parallel is not in containers with PyTorch/,
  ],
  [
    "torchrun in an old container",
    { distribution: "torch-distributed", image: image(OLD) },
    /starts torchrun from PyTorch/,
  ],
  [
    "the compiler with a library",
    { distribution: "smp", image: image(COMPILER) },
    /^distribution: The Training Compiler/,
  ],
  [
    "the compiler on p5",
    { image: image(COMPILER), instanceType: "ml.p5.48xlarge" },
    /^instanceType: The Training Compiler/,
  ],
  ["model parallel without parameters", { distribution: "smp" }, /^smpParameters: /],
  ["half a VPC", { subnets: "subnet-1a2b" }, /^securityGroups: A VPC needs both/],
  ["a place for checkpoints without S3", { checkpointPath: "/opt/ml/checkpoints" }, /^checkpointUri: /],
  ["an entry point outside", { entryPoint: "../train.py" }, /^entryPoint: /],
  ["the console's own word", { jobName: "new" }, /^jobName: The console needs this word/],
  [
    "a hyperparameter twice",
    { hyperparameters: ["a", "a"].map((name) => ({ name, type: "string" as const, value: "x" })) },
    /^hyperparameters\.1\.name: This hyperparameter is already above/,
  ],
  [
    "a number that is none",
    { hyperparameters: [{ name: "epochs", type: "integer", value: "three" }] },
    /^hyperparameters\.0\.value: Type a whole number/,
  ],
  [
    "a metric without a group",
    { metricDefinitions: [{ name: "loss", regex: "loss" }] },
    /^metricDefinitions\.0\.regex: /,
  ],
])("%s is refused with the reason", (_what, over, expected) => {
  expect(problems(over)[0]).toMatch(expected);
});

test("what works and is seldom meant is remarked on", () => {
  const cautions = (over: Partial<TrainingFormValues>) => trainingCautions(TrainingInput.parse({ ...filled, ...over }));
  expect(cautions({})).toStrictEqual([]);
  expect(cautions({ isSpot: true, maxWaitSeconds: "90000" })[0]).toContain("without checkpoints");
  expect(cautions({ instanceCount: 2 })[0]).toContain("each of them runs the whole script");
  expect(cautions({ distribution: "torch-distributed" })[0]).toContain("single GPU");
  expect(cautions({ encryptTraffic: true })[0]).toContain("no traffic");
});

test("a form becomes the request that the SDK would send, with the uploaded script and a name by the time", () => {
  const request = plannedRequest(
    TrainingInput.parse({ ...filled, image: image(COMPILER), isSpot: true, maxWaitSeconds: "90000" }),
    place,
  );
  expect(request).toMatchObject({
    TrainingJobName: "huggingface-pytorch-trcomp-training-2026-01-02-03-04-05-006",
    EnableManagedSpotTraining: true,
    StoppingCondition: { MaxRuntimeInSeconds: 86_400, MaxWaitTimeInSeconds: 90_000 },
    HyperParameters: {
      sagemaker_training_compiler_enabled: "true",
      sagemaker_program: '"train.py"',
      sagemaker_submit_directory:
        '"s3://a-bucket/huggingface-pytorch-trcomp-training-2026-01-02-03-04-05-006/source/sourcedir.tar.gz"',
    },
  });
});
