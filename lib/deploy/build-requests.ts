import { splitList } from "@/lib/fields/aws-fields";
import { PACKED_ENVIRONMENT } from "@/lib/own-code/places";
import { asyncConfig, scalingOf, serverlessConfig } from "./build-mode";
import { hubTokenVariables } from "./hub-token";
import type { DeployNames } from "./names";

import type { DeployInput } from "./schema";
import { usualAlarms } from "./usual-alarms";
import type { CreateEndpointConfigRequest, CreateModelRequest, DeployRequests, ProductionVariant, Tag } from "./view";

export type DeployFacts = {
  region: string;
  names: DeployNames;
  /** The Hub token in plain text, already looked up when it is the workspace's; null: none. */
  hubToken: string | null;
  /** Where the archive with one's own code is put; only for an input with such code. */
  packedUri?: string;
  /** Where failures of an asynchronous endpoint go when nobody says. */
  failureUri?: string;
};

/** The requests of a deploy, equal to what the SageMaker Python SDK v2 sends for the same wishes. */
export function buildRequests(input: DeployInput, facts: DeployFacts): DeployRequests {
  const tags = input.tags.map(({ key, value }): Tag => ({ Key: key, Value: value }));
  return {
    model: createModel(input, facts, tags),
    endpointConfig: createEndpointConfig(input, facts, tags),
    // The SDK always sends Tags here, and only when there are some on the other two.
    endpoint: { EndpointName: facts.names.endpoint, EndpointConfigName: facts.names.endpointConfig, Tags: tags },
    ...scalingOf(input, facts),
    ...(input.usualAlarms && { alarms: usualAlarms(input, facts.names.endpoint) }),
  };
}

function createModel(input: DeployInput, facts: DeployFacts, tags: Tag[]): CreateModelRequest {
  return {
    ModelName: facts.names.model,
    ExecutionRoleArn: input.executionRoleArn,
    PrimaryContainer: {
      Image: input.image,
      Environment: containerEnvironment(input, facts),
      ...modelData(input, facts),
    },
    ...(input.subnets && {
      VpcConfig: { SecurityGroupIds: splitList(input.securityGroups), Subnets: splitList(input.subnets) },
    }),
    ...(input.networkIsolation && { EnableNetworkIsolation: true }),
    ...(tags.length > 0 && { Tags: tags }),
  };
}

/** What the container is told. A variable typed by the person wins over the form's own fields. */
function containerEnvironment(input: DeployInput, facts: DeployFacts): Record<string, string> {
  const token = facts.hubToken;
  return {
    ...modelSource(input),
    ...(input.task && { HF_TASK: input.task }),
    ...(token && Object.fromEntries(hubTokenVariables(input.image).map((name) => [name, token]))),
    SAGEMAKER_CONTAINER_LOG_LEVEL: "20",
    ...Object.fromEntries(input.environment.map(({ name, value }) => [name, value])),
    // The Python SDK sends these two empty when it packs no code.
    ...(input.ownCode ? PACKED_ENVIRONMENT : { SAGEMAKER_PROGRAM: "", SAGEMAKER_SUBMIT_DIRECTORY: "" }),
    SAGEMAKER_REGION: facts.region,
  };
}

function modelData(input: DeployInput, { packedUri }: DeployFacts): { ModelDataUrl?: string } {
  if (input.ownCode) return { ModelDataUrl: packedUri ?? "" };
  return input.source === "s3" ? { ModelDataUrl: input.modelDataUrl } : {};
}

function modelSource(input: DeployInput): Record<string, string> {
  if (input.source === "bundled") return { HF_MODEL_ID: `bundled/${input.bundledModel}` };
  if (input.source === "s3" || input.source === "none") return {};
  return {
    HF_MODEL_ID: input.hubModelId,
    ...(input.hubRevision && { HF_MODEL_REVISION: input.hubRevision }),
  };
}

function createEndpointConfig(
  input: DeployInput,
  { names, failureUri }: DeployFacts,
  tags: Tag[],
): CreateEndpointConfigRequest {
  const variant: ProductionVariant = {
    VariantName: input.variantName,
    ModelName: names.model,
    InitialVariantWeight: input.initialWeight,
    ...(input.mode === "serverless"
      ? { ServerlessConfig: serverlessConfig(input) }
      : { InitialInstanceCount: input.instanceCount, InstanceType: input.instanceType }),
    ...(input.mode !== "serverless" && input.volumeSizeGb && { VolumeSizeInGB: Number(input.volumeSizeGb) }),
    ...(input.mode !== "serverless" &&
      input.downloadTimeoutSeconds && { ModelDataDownloadTimeoutInSeconds: Number(input.downloadTimeoutSeconds) }),
    ...(input.mode !== "serverless" &&
      input.startupTimeoutSeconds && {
        ContainerStartupHealthCheckTimeoutInSeconds: Number(input.startupTimeoutSeconds),
      }),
    ...(input.mode !== "serverless" && input.inferenceAmiVersion && { InferenceAmiVersion: input.inferenceAmiVersion }),
  };
  return {
    EndpointConfigName: names.endpointConfig,
    ProductionVariants: [variant],
    ...(input.mode === "async" && { AsyncInferenceConfig: asyncConfig(input, failureUri) }),
    ...(input.dataCaptureUri && {
      DataCaptureConfig: {
        EnableCapture: true,
        InitialSamplingPercentage: Number(input.dataCapturePercent || 100),
        DestinationS3Uri: input.dataCaptureUri,
        CaptureOptions: [{ CaptureMode: "Input" as const }, { CaptureMode: "Output" as const }],
      },
    }),
    ...(input.kmsKeyId && { KmsKeyId: input.kmsKeyId }),
    ...(tags.length > 0 && { Tags: tags }),
  };
}
