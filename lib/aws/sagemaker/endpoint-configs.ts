import "server-only";
import {
  CreateEndpointConfigCommand,
  type CreateEndpointConfigCommandInput,
  DeleteEndpointConfigCommand,
  DescribeEndpointConfigCommand,
  type DescribeEndpointConfigOutput,
  ListEndpointConfigsCommand,
  type ProductionVariant,
} from "@aws-sdk/client-sagemaker";

import type { CreateEndpointConfigRequest, HostingConfigRequest } from "@/lib/deploy/view";
import type { ConfiguredVariant, EndpointConfigView, HostingView } from "@/lib/endpoints/config-view";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

/** A config never changes; minutes only bound how long a deleted one stays visible. */
const CONFIG_TTL_MS = 300_000;

/** Makes an endpoint config; throws `conflict` when the name is taken. */
export async function createEndpointConfig(
  target: AwsTarget,
  request: CreateEndpointConfigRequest | HostingConfigRequest,
): Promise<void> {
  try {
    await sagemakerClient(target).send(new CreateEndpointConfigCommand(toSdkRequest(request)));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** The endpoint config of that name; throws `not-found`. */
export function describeEndpointConfig(target: AwsTarget, name: string): Promise<EndpointConfigView> {
  return cachedRead(target, "DescribeEndpointConfig", name, CONFIG_TTL_MS, async () => {
    try {
      const command = new DescribeEndpointConfigCommand({ EndpointConfigName: name });
      return toEndpointConfigView(await sagemakerClient(target).send(command));
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Names of endpoint configs, newest first, a page at a time; those that contain a text where one is given. */
export async function listEndpointConfigNames(
  target: AwsTarget,
  cursor: string | null,
  contains = "",
): Promise<{ names: string[]; nextCursor: string | null }> {
  try {
    const out = await sagemakerClient(target).send(
      new ListEndpointConfigsCommand({
        MaxResults: 100,
        NextToken: cursor ?? undefined,
        NameContains: contains || undefined,
        SortBy: "CreationTime",
      }),
    );
    return {
      names: (out.EndpointConfigs ?? []).map((config) => config.EndpointConfigName ?? ""),
      nextCursor: out.NextToken ?? null,
    };
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Removes an endpoint config for good. */
export async function deleteEndpointConfig(target: AwsTarget, name: string): Promise<void> {
  try {
    await sagemakerClient(target).send(new DeleteEndpointConfigCommand({ EndpointConfigName: name }));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** SageMaker adds instance types faster than the SDK's list of them: the catalogue's are text, and AWS checks them. */
function toSdkRequest(request: CreateEndpointConfigRequest | HostingConfigRequest): CreateEndpointConfigCommandInput {
  return request as CreateEndpointConfigCommandInput;
}

function toEndpointConfigView(config: DescribeEndpointConfigOutput): EndpointConfigView {
  const variants = config.ProductionVariants ?? [];
  const isServerless = variants.some((variant) => variant.ServerlessConfig);
  return {
    name: config.EndpointConfigName ?? "",
    arn: config.EndpointConfigArn ?? "",
    createdAt: config.CreationTime?.toISOString() ?? null,
    mode: config.AsyncInferenceConfig ? "async" : isServerless ? "serverless" : "real-time",
    metricFrequencySeconds: config.MetricsConfig?.MetricPublishFrequencyInSeconds ?? 60,
    variants: variants.map(toConfiguredVariant),
    shadows: (config.ShadowProductionVariants ?? []).map(toConfiguredVariant),
    dataCapture: config.DataCaptureConfig?.EnableCapture
      ? {
          uri: config.DataCaptureConfig.DestinationS3Uri ?? "",
          percent: config.DataCaptureConfig.InitialSamplingPercentage ?? 0,
        }
      : null,
  };
}

function toConfiguredVariant(variant: ProductionVariant): ConfiguredVariant {
  const serverless = variant.ServerlessConfig;
  return {
    name: variant.VariantName ?? "",
    modelName: variant.ModelName ?? null,
    instanceType: variant.InstanceType ?? null,
    initialInstances: variant.InitialInstanceCount ?? null,
    initialWeight: variant.InitialVariantWeight ?? null,
    inferenceAmiVersion: variant.InferenceAmiVersion ?? null,
    serverless: serverless
      ? {
          memoryMiB: serverless.MemorySizeInMB ?? 0,
          maxConcurrency: serverless.MaxConcurrency ?? 0,
          ...(serverless.ProvisionedConcurrency && { provisioned: serverless.ProvisionedConcurrency }),
        }
      : null,
    ...(!variant.ModelName && !serverless && { hosting: toHosting(variant) }),
  };
}

function toHosting({ ManagedInstanceScaling: managed, RoutingConfig: routing }: ProductionVariant): HostingView {
  const isManaged = managed?.Status === "ENABLED";
  return {
    managed: isManaged ? { min: managed.MinInstanceCount ?? 1, max: managed.MaxInstanceCount ?? 1 } : null,
    routing: routing?.RoutingStrategy ?? null,
  };
}
