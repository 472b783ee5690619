import { deployedImage } from "./deployed-image.ts";
import { type Change, type Deployment, type Endpoint, endpointStatus, rolloutPosition } from "./endpoint.ts";
import type { DataCaptureConfig } from "./endpoint-config.ts";
import { AT_ONCE, type Rollout, type RolloutPosition } from "./rollout.ts";
import { seconds } from "./seconds.ts";
import type { Variant } from "./variant.ts";

/** DescribeEndpoint's answer at `now`. */
export function describeEndpoint(endpoint: Endpoint, now: number): object {
  const { current, change } = endpoint;
  const deployment = current ?? change?.next ?? null;
  return {
    EndpointName: endpoint.name,
    EndpointArn: endpoint.arn,
    EndpointConfigName: endpoint.configName,
    ProductionVariants: variantSummaries(endpoint, now, (each) => each.variants),
    ShadowProductionVariants: deployment?.shadows?.length
      ? variantSummaries(endpoint, now, (each) => each.shadows ?? [])
      : undefined,
    DataCaptureConfig: deployment?.dataCapture ? dataCaptureSummary(deployment.dataCapture) : undefined,
    EndpointStatus: endpointStatus(endpoint),
    FailureReason: endpoint.failureReason ?? undefined,
    CreationTime: seconds(endpoint.createdAt),
    LastModifiedTime: seconds(endpoint.modifiedAt),
    LastDeploymentConfig: endpoint.deploymentConfig ?? undefined,
    AsyncInferenceConfig: deployment?.asyncInference ?? undefined,
    PendingDeploymentSummary: pendingSummary(endpoint, now),
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

type Chosen = (deployment: Deployment) => Variant[];

function variantSummaries({ current, change, mixed }: Endpoint, now: number, pick: Chosen): object[] | undefined {
  if (!current) {
    return change
      ? pick(change.next).map((variant) => summary(null, variant, { stage: "Creating", since: change.startedAt }))
      : undefined;
  }
  const next = change?.kind === "capacity" ? change.next : current;
  const position = change && rolloutPosition(change, now);
  const share = position?.share ?? mixed?.share ?? 0;
  return pick(current).map((variant) => ({
    ...summary(variant, wished(pick(next), variant), oldFleetStage(position) ?? capacityStage(change, pick, variant)),
    ...(share > 0 && { CurrentWeight: round(variant.weight * (1 - share)) }),
    ...(position && change && { CurrentInstanceCount: oldInstances(variant, change, position) }),
  }));
}

function wished(next: Variant[], variant: Variant): Variant {
  return next.find(({ name }) => name === variant.name) ?? variant;
}

/** A variant whose weight or capacity changes says so until it is done; the others serve on. */
function capacityStage(change: Change | null, pick: Chosen, variant: Variant): Stage | null {
  if (change?.kind !== "capacity") return null;
  const next = wished(pick(change.next), variant);
  const isSame = JSON.stringify(next) === JSON.stringify(variant);
  return isSame ? null : { stage: "Updating", since: change.startedAt };
}

function oldFleetStage(position: RolloutPosition | null): Stage | null {
  return position?.stage === "Deleting" ? { stage: "Deleting", since: position.since } : null;
}

/** Only a rolling update gives up instances of the old fleet while it is under way. */
function oldInstances({ instanceCount }: Variant, { rollout = AT_ONCE }: Change, { share, stage }: RolloutPosition) {
  if (rollout.strategy !== "ROLLING" || stage === "Baking") return instanceCount;
  return Math.max(0, instanceCount - Math.ceil(instanceCount * share));
}

function pendingSummary({ change }: Endpoint, now: number): object | undefined {
  if (!change || change.kind === "capacity") return undefined;
  const { next, startedAt } = change;
  const pending = (variant: Variant): object => ({
    ...summary(null, variant, pendingStage(change, now)),
    ...newFleet(variant, change, now),
    InstanceType: variant.instanceType ?? undefined,
  });
  return {
    EndpointConfigName: next.configName,
    StartTime: seconds(startedAt),
    ProductionVariants: next.variants.map(pending),
    ShadowProductionVariants: next.shadows?.length ? next.shadows.map(pending) : undefined,
  };
}

function pendingStage(change: Change, now: number): Stage {
  if (change.rollback) return { stage: "Deleting", since: change.rollback.at, message: "Rolling back" };
  const position = rolloutPosition(change, now);
  if (!position) return { stage: "Creating", since: change.startedAt };
  const { stage, since, step } = position;
  const steps = (change.rollout ?? AT_ONCE).shares.length;
  // While the old fleet goes, the new one has nothing more to do.
  if (stage === "Deleting") return { stage: "Updating", since, message: "All traffic is on the new fleet" };
  return { stage, since, message: steps > 1 ? `Step ${step} of ${steps}` : undefined };
}

function newFleet(variant: Variant, change: Change, now: number): object {
  const position = rolloutPosition(change, now);
  if (!position || position.share === 0) return {};
  return {
    CurrentWeight: round(variant.weight * position.share),
    CurrentInstanceCount: newInstances(variant, change.rollout ?? AT_ONCE, position.share),
  };
}

function newInstances({ instanceCount }: Variant, { strategy }: Rollout, share: number): number {
  return strategy === "ROLLING" ? Math.ceil(instanceCount * share - 1e-9) : instanceCount;
}

function round(weight: number): number {
  return Math.round(weight * 10_000) / 10_000;
}

type Stage = { stage: string; since: number; message?: string };

/** `current` is null while the variant does not serve yet. */
function summary(current: Variant | null, desired: Variant, stage: Stage | null): object {
  const shown = current ?? desired;
  const isServerless = shown.serverless !== null;
  return {
    VariantName: shown.name,
    DeployedImages: shown.hosting ? undefined : [deployedImage(shown)],
    CurrentWeight: current?.weight ?? 0,
    DesiredWeight: desired.weight,
    CurrentInstanceCount: current?.instanceCount ?? 0,
    DesiredInstanceCount: desired.desiredInstanceCount ?? desired.instanceCount,
    VariantStatus: stage
      ? [{ Status: stage.stage, StatusMessage: stage.message, StartTime: seconds(stage.since) }]
      : undefined,
    CurrentServerlessConfig: current?.serverless ?? undefined,
    DesiredServerlessConfig: isServerless ? (desired.serverless ?? undefined) : undefined,
    RoutingConfig: shown.routing ?? undefined,
    ManagedInstanceScaling: shown.hosting?.managedScaling ?? undefined,
  };
}

function dataCaptureSummary(config: DataCaptureConfig): object {
  const isOn = config.EnableCapture ?? false;
  return {
    EnableCapture: isOn,
    CaptureStatus: isOn ? "Started" : "Stopped",
    CurrentSamplingPercentage: config.InitialSamplingPercentage,
    DestinationS3Uri: config.DestinationS3Uri,
    KmsKeyId: config.KmsKeyId ?? "",
  };
}
