import { expect, test } from "vitest";

import golden01 from "@/catalog/recipes/golden/01.json";
import golden05 from "@/catalog/recipes/golden/05.json";

import { buildTrainingRequest, type TrainingWishes } from "./build-request";
import { hyperparameterOf } from "./hyperparameters";
import { loads, PythonFloat } from "./python-json";
import type { Channel } from "./view";

const bucket = "s3://sagemaker-us-east-1-111122223333";

const channel = (name: string, uri: string): Channel => ({
  ChannelName: name,
  DataSource: {
    S3DataSource: { S3DataType: "S3Prefix", S3Uri: uri, S3DataDistributionType: "FullyReplicated" },
  },
});

const wishes = (over: Partial<TrainingWishes>): TrainingWishes => ({
  image: "image",
  entryPoint: "train.py",
  hyperparameters: [],
  channels: [],
  inputMode: "File",
  instanceType: "ml.p3.2xlarge",
  instanceCount: 1,
  volumeGb: 30,
  maxRunSeconds: 86_400,
  spot: null,
  checkpoint: null,
  distribution: { kind: "none" },
  compiler: null,
  metricDefinitions: [],
  debuggerHook: true,
  profiler: true,
  executionRoleArn: "arn:aws:iam::111122223333:role/sagemaker_execution_role",
  outputUri: `${bucket}/`,
  disableOutputCompression: false,
  environment: {},
  tags: [],
  vpc: null,
  networkIsolation: false,
  encryptTraffic: false,
  keepAliveSeconds: null,
  retryAttempts: null,
  volumeKmsKeyId: null,
  outputKmsKeyId: null,
  ...over,
});

const facts = (jobName: string) => ({
  region: "us-east-1",
  jobName,
  sourceUri: `${bucket}/${jobName}/source/sourcedir.tar.gz`,
});

function recorded(golden: { requests: { operation: string; input: unknown }[] }): unknown {
  return golden.requests.find(({ operation }) => operation === "CreateTrainingJob")?.input;
}

test("a first fine-tune gives the SDK's request (sample notebook 01)", () => {
  const request = buildTrainingRequest(
    wishes({
      image: golden01.images[0]?.sdk ?? "",
      hyperparameters: [
        hyperparameterOf("epochs", 1n),
        hyperparameterOf("train_batch_size", 32n),
        hyperparameterOf("model_name", "distilbert-base-uncased"),
      ],
      channels: ["train", "test"].map((name) => channel(name, `${bucket}/samples/datasets/imdb/${name}`)),
    }),
    facts("huggingface-pytorch-training-2026-01-01-00-00-00-001"),
  );
  expect(request).toStrictEqual(recorded(golden01));
});

test("spot capacity with checkpoints gives the SDK's request (sample notebook 05)", () => {
  const request = buildTrainingRequest(
    wishes({
      image: golden05.images[0]?.sdk ?? "",
      hyperparameters: [
        hyperparameterOf("epochs", 1n),
        hyperparameterOf("train_batch_size", 32n),
        hyperparameterOf("eval_batch_size", 64n),
        hyperparameterOf("learning_rate", new PythonFloat(3e-5)),
        hyperparameterOf("model_id", "distilbert-base-uncased"),
        hyperparameterOf("fp16", true),
        hyperparameterOf("output_dir", "/opt/ml/checkpoints"),
      ],
      channels: ["train", "test"].map((name) => channel(name, `${bucket}/samples/datasets/emotion/${name}`)),
      maxRunSeconds: 4000,
      spot: { maxWaitSeconds: 7200 },
      checkpoint: { s3Uri: `${bucket}/emotion-checkpointing/checkpoints`, localPath: null },
    }),
    facts("emotion-checkpointing-2026-01-01-00-00-00-001"),
  );
  expect(request).toStrictEqual(recorded(golden05));
});

test("each distribution tells the container by the toolkit's own hyperparameters", () => {
  const sent = (over: Partial<TrainingWishes>) =>
    Object.keys(buildTrainingRequest(wishes(over), facts("job")).HyperParameters)
      .filter((name) => /sagemaker_(dist|mpi|torch|pytorch|inst|training)|mp_/.test(name))
      .sort();
  expect(sent({ distribution: { kind: "smddp", mpiOptions: "" } })).toStrictEqual([
    "sagemaker_distributed_dataparallel_custom_mpi_options",
    "sagemaker_distributed_dataparallel_enabled",
    "sagemaker_instance_type",
  ]);
  expect(
    sent({ distribution: { kind: "smp", parameters: '{"partitions":4}', processesPerHost: 8, mpiOptions: "" } }),
  ).toStrictEqual([
    "mp_parameters",
    "sagemaker_distributed_dataparallel_enabled",
    "sagemaker_instance_type",
    "sagemaker_mpi_custom_mpi_options",
    "sagemaker_mpi_enabled",
    "sagemaker_mpi_num_of_processes_per_host",
  ]);
  expect(sent({ distribution: { kind: "torch-distributed" } })).toContain("sagemaker_torch_distributed_enabled");
  expect(sent({ distribution: { kind: "pytorch-ddp" } })).toContain("sagemaker_pytorch_ddp_enabled");
  expect(sent({ compiler: { debug: false } })).toStrictEqual([
    "sagemaker_training_compiler_debug_mode",
    "sagemaker_training_compiler_enabled",
  ]);
});

test("a container without a network gets its script as a channel", () => {
  const request = buildTrainingRequest(wishes({ networkIsolation: true }), facts("job"));
  expect(request.InputDataConfig).toStrictEqual([channel("code", `${bucket}/job/source/sourcedir.tar.gz`)]);
  expect(loads(request.HyperParameters.sagemaker_submit_directory ?? "")).toBe(
    "/opt/ml/input/data/code/sourcedir.tar.gz",
  );
});
