import { expect, test } from "vitest";

import golden16 from "@/catalog/recipes/golden/16.json";
import { boto3Program } from "@/lib/code-export/program/boto3";
import { cliProgram } from "@/lib/code-export/program/cli";
import { deployCalls, endpointExport } from "@/lib/code-export/program/endpoint-export";
import { pythonSdkDeploy } from "@/lib/code-export/python-sdk-deploy";

import { EMPTY_DEPLOY } from "./defaults";
import { fromLink, toLink } from "./from-link";
import { reviewedRequests } from "./review";
import { type DeployFormValues, DeployInput } from "./schema";

const start = {
  region: "us-east-1",
  isEmulator: true,
  executionRoleArn: "arn:aws:iam::111122223333:role/sagemaker_execution_role",
  hasHubToken: false,
};
const place = { region: "us-east-1", bucket: "sagemaker-us-east-1-111122223333" };
const CPU =
  "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04";

/** A form as the notebook's wishes fill it. */
const notebook: DeployFormValues = {
  ...EMPTY_DEPLOY,
  requestId: "00000000-0000-4000-8000-000000000000",
  stampedAt: "2026-01-01T00:00:00.002Z",
  source: "hub",
  hubModelId: "cardiffnlp/twitter-roberta-base-sentiment",
  task: "text-classification",
  image: golden16.requests.CreateModel.PrimaryContainer.Image,
  instanceType: "ml.g4dn.xlarge",
  executionRoleArn: start.executionRoleArn,
  mode: "async",
  asyncOutputUri: "s3://sagemaker-us-east-1-111122223333/async_inference/output",
  scaleFromZero: true,
};
const serverless: DeployFormValues = { ...notebook, image: CPU, mode: "serverless", serverlessProvisioned: "2" };

const requestsOf = (values: DeployFormValues) => reviewedRequests(DeployInput.parse(values), place);
const problems = (values: DeployFormValues) =>
  DeployInput.safeParse(values).error?.issues.map((issue) => issue.path.join(".")) ?? [];

test("an asynchronous deploy with scaling from zero sends what sample notebook 16 sends", () => {
  const { CreateModel, CreateEndpointConfig, CreateEndpoint, RegisterScalableTarget, PutScalingPolicy } =
    golden16.requests;
  expect(requestsOf(notebook)).toStrictEqual({
    model: CreateModel,
    endpointConfig: CreateEndpointConfig,
    endpoint: CreateEndpoint,
    scaling: { target: RegisterScalableTarget, policy: PutScalingPolicy },
  });
});

test("a serverless variant has memory and concurrency in place of instances", () => {
  const { endpointConfig, scaling } = requestsOf({ ...serverless, volumeSizeGb: "30" });
  expect(endpointConfig.ProductionVariants).toStrictEqual([
    {
      VariantName: "AllTraffic",
      ModelName: expect.any(String),
      InitialVariantWeight: 1,
      ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5, ProvisionedConcurrency: 2 },
    },
  ]);
  expect([endpointConfig.AsyncInferenceConfig, scaling]).toStrictEqual([undefined, undefined]);
});

test("what a mode cannot do is said at its field", () => {
  expect(problems({ ...notebook, asyncOutputUri: "" })).toEqual(["asyncOutputUri"]);
  expect(problems({ ...notebook, asyncErrorTopic: "failed" })).toEqual(["asyncErrorTopic"]);
  expect(problems({ ...notebook, scaleMaxInstances: "" })).toEqual(["scaleMaxInstances"]);
  expect(problems({ ...notebook, mode: "serverless" })).toEqual(["image"]);
  expect(problems({ ...serverless, serverlessMemoryMb: 1500 })).toEqual(["serverlessMemoryMb"]);
  expect(problems({ ...serverless, serverlessMaxConcurrency: 201 })).toEqual(["serverlessMaxConcurrency"]);
  expect(problems({ ...serverless, serverlessProvisioned: "6" })).toEqual(["serverlessProvisioned"]);
  expect(problems({ ...serverless, dataCaptureUri: "s3://bucket/captured" })).toEqual(["dataCaptureUri"]);
  expect(problems({ ...serverless, subnets: "subnet-1a", securityGroups: "sg-1a" })).toEqual(["subnets"]);
  expect(
    problems({ ...serverless, source: "s3", modelDataUrl: "s3://bucket/m.tar.gz", networkIsolation: true }),
  ).toEqual(["networkIsolation"]);
});

test("a link keeps the mode", () => {
  for (const values of [notebook, serverless]) {
    const opened = fromLink(Object.fromEntries(new URLSearchParams(toLink(values))), start);
    expect(opened).toMatchObject({
      mode: values.mode,
      ...(values.mode === "async"
        ? { asyncOutputUri: values.asyncOutputUri, scaleFromZero: true, scaleMaxInstances: "5" }
        : { serverlessMemoryMb: 2048, serverlessMaxConcurrency: 5, serverlessProvisioned: "2" }),
    });
  }
});

test("the same as code", () => {
  expect(pythonSdkDeploy(requestsOf(notebook))).toContain("async_inference_config=AsyncInferenceConfig(");
  expect(pythonSdkDeploy(requestsOf(serverless))).toContain("serverless_inference_config=ServerlessInferenceConfig(");
  expect(boto3Program(endpointExport(deployCalls(requestsOf(notebook)), "us-east-1"))).toContain(
    "autoscaling.put_scaling_policy(",
  );
  expect(cliProgram(endpointExport(deployCalls(requestsOf(notebook)), "us-east-1"))).toContain(
    "aws application-autoscaling register-scalable-target",
  );
});
