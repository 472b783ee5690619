import { describe, expect, test } from "vitest";

import golden10 from "@/catalog/recipes/golden/10.json";
import golden11 from "@/catalog/recipes/golden/11.json";

import { buildRequests } from "./build-requests";
import { EMPTY_DEPLOY } from "./defaults";
import { DeployInput } from "./schema";

const role = "arn:aws:iam::111122223333:role/sagemaker_execution_role";
const names = {
  model: "huggingface-pytorch-inference-2026-01-01-00-00-00-002",
  endpointConfig: "huggingface-pytorch-inference-2026-01-01-00-00-00-003",
  endpoint: "huggingface-pytorch-inference-2026-01-01-00-00-00-003",
};
const facts = { region: "us-east-1", names, hubToken: null };

function deployInput(over: Partial<DeployInput>): DeployInput {
  return DeployInput.parse({
    ...EMPTY_DEPLOY,
    requestId: "00000000-0000-4000-8000-000000000000",
    stampedAt: "2026-01-01T00:00:00.002Z",
    executionRoleArn: role,
    image: golden10.image.fullVersionEquivalent,
    instanceType: "ml.m5.xlarge",
    hubModelId: "owner/model",
    ...over,
  });
}

/** The recorded set with the image tag written in full versions, as the console writes it. */
function recorded(golden: { image: typeof golden10.image; requests: Record<string, unknown> }) {
  const text = JSON.stringify(golden.requests).replaceAll(golden.image.sdk, golden.image.fullVersionEquivalent);
  const requests = JSON.parse(text) as Record<string, unknown>;
  return {
    model: requests.CreateModel,
    endpointConfig: requests.CreateEndpointConfig,
    endpoint: requests.CreateEndpoint,
  };
}

describe("the same wishes give the requests of the Python SDK", () => {
  test("an archive in S3 (sample notebook 10)", () => {
    const input = deployInput({ source: "s3", modelDataUrl: golden10.deploy.model.model_data });
    expect(buildRequests(input, facts)).toStrictEqual(recorded(golden10));
  });

  test("a Hub model (sample notebook 11)", () => {
    const { HF_MODEL_ID, HF_TASK } = golden11.deploy.model.env;
    const input = deployInput({ source: "hub", hubModelId: HF_MODEL_ID, task: HF_TASK });
    expect(buildRequests(input, facts)).toStrictEqual(recorded(golden11));
  });
});

describe("an inference.py of one's own", () => {
  const packedUri = "s3://bucket/name/model.tar.gz";
  const own = { ownCode: true, codeUri: "s3://bucket/uploads/x/code.tar.gz" };

  test("is sent as the Python SDK sends entry_point with model_data", () => {
    const plain = deployInput({ source: "s3", modelDataUrl: golden10.deploy.model.model_data });
    const input = deployInput({ ...own, source: "s3", modelDataUrl: golden10.deploy.model.model_data });
    const { model, ...others } = buildRequests(input, { ...facts, packedUri });
    const { model: asIs, ...same } = buildRequests(plain, facts);
    expect(others).toStrictEqual(same);
    expect(model).toStrictEqual({
      ...asIs,
      PrimaryContainer: {
        ...asIs.PrimaryContainer,
        ModelDataUrl: packedUri,
        Environment: {
          SAGEMAKER_PROGRAM: "inference.py",
          SAGEMAKER_SUBMIT_DIRECTORY: "/opt/ml/model/code",
          SAGEMAKER_CONTAINER_LOG_LEVEL: "20",
          SAGEMAKER_REGION: "us-east-1",
        },
      },
    });
  });

  test("goes beside a Hub model in an archive of its own", () => {
    const input = deployInput({ ...own, source: "hub", hubModelId: "owner/model" });
    expect(buildRequests(input, { ...facts, packedUri }).model.PrimaryContainer).toMatchObject({
      ModelDataUrl: packedUri,
      Environment: { HF_MODEL_ID: "owner/model", SAGEMAKER_SUBMIT_DIRECTORY: "/opt/ml/model/code" },
    });
  });
});

test("absent options are left out, given ones go where SageMaker reads them", () => {
  const input = deployInput({
    source: "hub",
    hubRevision: "v1",
    tags: [{ key: "team", value: "nlp" }],
    environment: [{ name: "SAGEMAKER_MODEL_SERVER_WORKERS", value: "2" }],
    volumeSizeGb: "64",
    startupTimeoutSeconds: "900",
    downloadTimeoutSeconds: "600",
    subnets: "subnet-1, subnet-2",
    securityGroups: "sg-1",
    dataCaptureUri: "s3://bucket/capture",
    kmsKeyId: "alias/key",
  });
  const { model, endpointConfig, endpoint } = buildRequests(input, facts);
  const tags = [{ Key: "team", Value: "nlp" }];

  expect(model).toMatchObject({
    VpcConfig: { Subnets: ["subnet-1", "subnet-2"], SecurityGroupIds: ["sg-1"] },
    PrimaryContainer: { Environment: { HF_MODEL_REVISION: "v1", SAGEMAKER_MODEL_SERVER_WORKERS: "2" } },
    Tags: tags,
  });
  expect(endpointConfig).toMatchObject({
    ProductionVariants: [
      {
        VolumeSizeInGB: 64,
        ModelDataDownloadTimeoutInSeconds: 600,
        ContainerStartupHealthCheckTimeoutInSeconds: 900,
      },
    ],
    DataCaptureConfig: { InitialSamplingPercentage: 100, DestinationS3Uri: "s3://bucket/capture" },
    KmsKeyId: "alias/key",
    Tags: tags,
  });
  expect(endpoint.Tags).toStrictEqual(tags);
});

test("the Hub token is put where the image looks for it", () => {
  const environment = (image: string) =>
    buildRequests(deployInput({ image }), { ...facts, hubToken: "hf_abc" }).model.PrimaryContainer.Environment;
  const tokens = (image: string) =>
    Object.keys(environment(image)).filter((name) => environment(image)[name] === "hf_abc");
  const registry = "763104351884.dkr.ecr.us-east-1.amazonaws.com";

  expect(tokens(golden10.image.fullVersionEquivalent)).toStrictEqual(["HF_API_TOKEN"]);
  expect(
    tokens(`${registry}/huggingface-pytorch-inference:2.6.0-transformers4.51.3-cpu-py312-ubuntu22.04`),
  ).toStrictEqual(["HF_API_TOKEN", "HF_TOKEN"]);
  expect(tokens(`${registry}/tei-cpu:2.0.1-tei1.8.2-cpu-py310-ubuntu22.04`)).toStrictEqual(["HF_TOKEN"]);
});
