import { createHash } from "node:crypto";
import { type Deployment, type Endpoint, endpointStatus } from "./endpoint.ts";
import type { DataCaptureConfig } from "./endpoint-config.ts";
import { seconds } from "./seconds.ts";
import type { Variant } from "./variant.ts";

/** DescribeEndpoint's answer. */
export function describeEndpoint(endpoint: Endpoint): object {
  const { current, change } = endpoint;
  const deployment = current ?? change?.next ?? null;
  return {
    EndpointName: endpoint.name,
    EndpointArn: endpoint.arn,
    EndpointConfigName: endpoint.configName,
    ProductionVariants: variantSummaries(endpoint),
    DataCaptureConfig: deployment?.dataCapture ? dataCaptureSummary(deployment.dataCapture) : undefined,
    EndpointStatus: endpointStatus(endpoint),
    FailureReason: endpoint.failureReason ?? undefined,
    CreationTime: seconds(endpoint.createdAt),
    LastModifiedTime: seconds(endpoint.modifiedAt),
    LastDeploymentConfig: endpoint.deploymentConfig ?? undefined,
    AsyncInferenceConfig: deployment?.asyncInference ?? undefined,
    PendingDeploymentSummary: pendingSummary(endpoint),
  };
}

/** A row of ListEndpoints. */
export function summarizeEndpoint(endpoint: Endpoint): object {
  return {
    EndpointName: endpoint.name,
    EndpointArn: endpoint.arn,
    CreationTime: seconds(endpoint.createdAt),
    LastModifiedTime: seconds(endpoint.modifiedAt),
    EndpointStatus: endpointStatus(endpoint),
  };
}

function variantSummaries({ current, change }: Endpoint): object[] | undefined {
  if (current) {
    const next = change?.kind === "capacity" ? change.next : current;
    return current.variants.map((variant) => variantSummary(variant, desiredOf(next, variant), null));
  }
  return change?.next.variants.map((variant) => variantSummary(null, variant, change.startedAt));
}

function desiredOf(next: Deployment, variant: Variant): Variant {
  return next.variants.find(({ name }) => name === variant.name) ?? variant;
}

function pendingSummary({ change }: Endpoint): object | undefined {
  if (!change || change.kind === "capacity") return undefined;
  const { next, startedAt } = change;
  return {
    EndpointConfigName: next.configName,
    StartTime: seconds(startedAt),
    ProductionVariants: next.variants.map((variant) => ({
      ...variantSummary(null, variant, startedAt),
      InstanceType: variant.instanceType ?? undefined,
    })),
  };
}

/** `current` is null while the variant does not serve yet. */
function variantSummary(current: Variant | null, desired: Variant, creatingSince: number | null): object {
  const shown = current ?? desired;
  const isServerless = shown.serverless !== null;
  return {
    VariantName: shown.name,
    DeployedImages: [deployedImage(shown)],
    CurrentWeight: current?.weight ?? 0,
    DesiredWeight: desired.weight,
    CurrentInstanceCount: current?.instanceCount ?? 0,
    DesiredInstanceCount: desired.instanceCount,
    VariantStatus: creatingSince === null ? undefined : [{ Status: "Creating", StartTime: seconds(creatingSince) }],
    CurrentServerlessConfig: current?.serverless ?? undefined,
    DesiredServerlessConfig: isServerless ? (desired.serverless ?? undefined) : undefined,
    RoutingConfig: shown.routing ?? undefined,
  };
}

/** The emulator pulls no image; the digest is made from the name, so that equal tags look equal. */
function deployedImage({ image, resolvedAt }: Variant): object {
  const repository = image.replace(/@.*$/, "").replace(/:[^:/]*$/, "");
  const digest = createHash("sha256").update(image).digest("hex");
  return {
    SpecifiedImage: image,
    ResolvedImage: image.includes("@") ? image : `${repository}@sha256:${digest}`,
    ResolutionTime: seconds(resolvedAt),
  };
}

/** Stopped: the emulator keeps the setting and captures nothing. */
function dataCaptureSummary(config: DataCaptureConfig): object {
  return {
    EnableCapture: config.EnableCapture ?? false,
    CaptureStatus: "Stopped",
    CurrentSamplingPercentage: config.InitialSamplingPercentage,
    DestinationS3Uri: config.DestinationS3Uri,
    KmsKeyId: config.KmsKeyId ?? "",
  };
}
