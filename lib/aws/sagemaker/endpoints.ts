import "server-only";
import {
  CreateEndpointCommand,
  DeleteEndpointCommand,
  type DeploymentConfig,
  DescribeEndpointCommand,
  type DescribeEndpointOutput,
  type EndpointSortKey,
  ListEndpointsCommand,
  type PendingDeploymentSummary,
  type PendingProductionVariantSummary,
  type ProductionVariantSummary,
  type EndpointSummary as SdkEndpointSummary,
} from "@aws-sdk/client-sagemaker";

import type { CreateEndpointRequest } from "@/lib/deploy/view";
import type { ListEndpointsInput } from "@/lib/endpoints/schema";
import type {
  EndpointPage,
  EndpointStatus,
  EndpointSummary,
  EndpointView,
  LastDeployment,
  PendingDeployment,
  RunningVariant,
} from "@/lib/endpoints/view";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

/** Long enough that people looking at the same list share a call, short enough to see a state change soon. */
const STATE_TTL_MS = 3_000;

const SORT_KEYS = { name: "Name", created: "CreationTime", status: "Status" } satisfies Record<
  ListEndpointsInput["sort"],
  EndpointSortKey
>;

/** One page of endpoints, filtered and sorted by SageMaker. */
export function listEndpoints(target: AwsTarget, input: Partial<ListEndpointsInput> = {}): Promise<EndpointPage> {
  return cachedRead(target, "ListEndpoints", input, STATE_TTL_MS, async () => {
    try {
      const out = await sagemakerClient(target).send(
        new ListEndpointsCommand({
          NextToken: input.cursor || undefined,
          MaxResults: input.limit ?? 50,
          NameContains: input.search || undefined,
          StatusEquals: input.status,
          CreationTimeAfter: input.createdAfter ? new Date(`${input.createdAfter}T00:00:00Z`) : undefined,
          CreationTimeBefore: input.createdBefore ? new Date(`${input.createdBefore}T23:59:59Z`) : undefined,
          SortBy: SORT_KEYS[input.sort ?? "created"],
          SortOrder: input.order === "asc" ? "Ascending" : "Descending",
        }),
      );
      return { items: (out.Endpoints ?? []).map(toEndpointSummary), nextCursor: out.NextToken ?? null };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** The endpoint of that name as it is now; throws `not-found`. */
export function describeEndpoint(target: AwsTarget, name: string): Promise<EndpointView> {
  return cachedRead(target, "DescribeEndpoint", name, STATE_TTL_MS, async () => {
    try {
      return toEndpointView(await sagemakerClient(target).send(new DescribeEndpointCommand({ EndpointName: name })));
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Starts the making of an endpoint: it is Creating until its container answers; throws `conflict` when the name is taken. */
export async function createEndpoint(target: AwsTarget, request: CreateEndpointRequest): Promise<void> {
  try {
    await sagemakerClient(target).send(new CreateEndpointCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Starts the removal of an endpoint: it is Deleting for a while, then gone. Its config and models stay. */
export async function deleteEndpoint(target: AwsTarget, name: string): Promise<void> {
  try {
    await sagemakerClient(target).send(new DeleteEndpointCommand({ EndpointName: name }));
  } catch (cause) {
    throw toAppError(cause);
  }
}

function toEndpointSummary(endpoint: SdkEndpointSummary | DescribeEndpointOutput): EndpointSummary {
  return {
    name: endpoint.EndpointName ?? "",
    arn: endpoint.EndpointArn ?? "",
    status: (endpoint.EndpointStatus ?? "OutOfService") as EndpointStatus,
    createdAt: endpoint.CreationTime?.toISOString() ?? null,
    updatedAt: endpoint.LastModifiedTime?.toISOString() ?? null,
  };
}

function toEndpointView(endpoint: DescribeEndpointOutput): EndpointView {
  return {
    ...toEndpointSummary(endpoint),
    configName: endpoint.EndpointConfigName ?? null,
    failureReason: endpoint.FailureReason ?? null,
    variants: (endpoint.ProductionVariants ?? []).map(toRunningVariant),
    shadows: (endpoint.ShadowProductionVariants ?? []).map(toRunningVariant),
    pending: endpoint.PendingDeploymentSummary ? toPending(endpoint.PendingDeploymentSummary) : null,
    lastDeployment: endpoint.LastDeploymentConfig ? toLastDeployment(endpoint.LastDeploymentConfig) : null,
  };
}

function toPending(pending: PendingDeploymentSummary): PendingDeployment {
  return {
    configName: pending.EndpointConfigName ?? "",
    startedAt: pending.StartTime?.toISOString() ?? null,
    variants: (pending.ProductionVariants ?? []).map(toRunningVariant),
    shadows: (pending.ShadowProductionVariants ?? []).map(toRunningVariant),
  };
}

function toLastDeployment(config: DeploymentConfig): LastDeployment {
  const { RollingUpdatePolicy: rolling, BlueGreenUpdatePolicy: blueGreen } = config;
  const routing = blueGreen?.TrafficRoutingConfiguration;
  const step = rolling?.MaximumBatchSize ?? routing?.CanarySize ?? routing?.LinearStepSize;
  return {
    strategy: rolling ? "ROLLING" : (routing?.Type ?? "ALL_AT_ONCE"),
    stepPercent: step?.Type === "CAPACITY_PERCENT" ? (step.Value ?? null) : null,
    waitSeconds: rolling?.WaitIntervalInSeconds ?? routing?.WaitIntervalInSeconds ?? 0,
    terminationSeconds: blueGreen?.TerminationWaitInSeconds ?? 0,
    alarms: (config.AutoRollbackConfiguration?.Alarms ?? []).flatMap(({ AlarmName }) => AlarmName ?? []),
  };
}

function toRunningVariant(variant: ProductionVariantSummary | PendingProductionVariantSummary): RunningVariant {
  return {
    name: variant.VariantName ?? "",
    currentInstances: variant.CurrentInstanceCount ?? null,
    desiredInstances: variant.DesiredInstanceCount ?? null,
    currentConcurrency: variant.CurrentServerlessConfig?.ProvisionedConcurrency ?? null,
    desiredConcurrency: variant.DesiredServerlessConfig?.ProvisionedConcurrency ?? null,
    currentWeight: variant.CurrentWeight ?? null,
    desiredWeight: variant.DesiredWeight ?? null,
    stages: (variant.VariantStatus ?? []).map((stage) => ({
      stage: stage.Status ?? "",
      message: stage.StatusMessage ?? null,
      since: stage.StartTime?.toISOString() ?? null,
    })),
    deployedImages: (variant.DeployedImages ?? []).map((image) => image.ResolvedImage ?? image.SpecifiedImage ?? ""),
  };
}
