import "server-only";
import {
  CreateInferenceComponentCommand,
  DeleteInferenceComponentCommand,
  DescribeInferenceComponentCommand,
  type DescribeInferenceComponentOutput,
  type InferenceComponentSpecificationSummary,
  ListInferenceComponentsCommand,
  UpdateInferenceComponentCommand,
  UpdateInferenceComponentRuntimeConfigCommand,
} from "@aws-sdk/client-sagemaker";

import type {
  CreateComponentRequest,
  SetCopiesRequest,
  UpdateComponentRequest,
} from "@/lib/inference-components/requests";
import type { ComponentSpecification, ComponentStatus, ComponentView } from "@/lib/inference-components/view";
import { maskEnvironment } from "@/lib/secrets/mask";

import { type AwsTarget, sagemakerClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead, forgetReads } from "../read-cache";

/** Long enough that people looking at the same endpoint share a call, short enough to see a state change soon. */
const STATE_TTL_MS = 3_000;
const PAGE_SIZE = 100;
const MAX_PAGES = 10;

/** Names of the components on an endpoint, oldest first, up to a thousand. */
export function listComponentNames(target: AwsTarget, endpoint: string): Promise<string[]> {
  return cachedRead(target, "ListInferenceComponents", endpoint, STATE_TTL_MS, async () => {
    try {
      const names: string[] = [];
      let token: string | undefined;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const out = await sagemakerClient(target).send(
          new ListInferenceComponentsCommand({
            EndpointNameEquals: endpoint,
            SortBy: "CreationTime",
            SortOrder: "Ascending",
            MaxResults: PAGE_SIZE,
            NextToken: token,
          }),
        );
        names.push(...(out.InferenceComponents ?? []).map((component) => component.InferenceComponentName ?? ""));
        token = out.NextToken;
        if (!token) break;
      }
      return names;
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** A page of all components of the account and region: on which endpoint each is. */
export function listComponentPlaces(
  target: AwsTarget,
  cursor: string | null,
): Promise<{ items: { name: string; endpoint: string }[]; nextCursor: string | null }> {
  return cachedRead(target, "ListInferenceComponents", { cursor }, STATE_TTL_MS, async () => {
    try {
      const out = await sagemakerClient(target).send(
        new ListInferenceComponentsCommand({ MaxResults: PAGE_SIZE, NextToken: cursor ?? undefined }),
      );
      const items = (out.InferenceComponents ?? []).map(({ InferenceComponentName, EndpointName }) => ({
        name: InferenceComponentName ?? "",
        endpoint: EndpointName ?? "",
      }));
      return { items, nextCursor: out.NextToken ?? null };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** The component of that name as it is now, secrets masked; throws `not-found`. */
export function describeComponent(target: AwsTarget, name: string): Promise<ComponentView> {
  return cachedRead(target, "DescribeInferenceComponent", name, STATE_TTL_MS, async () => {
    try {
      const command = new DescribeInferenceComponentCommand({ InferenceComponentName: name });
      return toComponentView(await sagemakerClient(target).send(command));
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** The environment of a component's own container with its secrets: never cached, and never sent to a browser. */
export async function componentEnvironment(target: AwsTarget, name: string): Promise<Record<string, string>> {
  try {
    const command = new DescribeInferenceComponentCommand({ InferenceComponentName: name });
    return (await sagemakerClient(target).send(command)).Specification?.Container?.Environment ?? {};
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Starts the making of a component: it is Creating until its copies answer; throws `conflict` when the name is taken. */
export async function createComponent(target: AwsTarget, request: CreateComponentRequest): Promise<void> {
  try {
    await sagemakerClient(target).send(new CreateInferenceComponentCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}

/** Moves a component to another specification; it answers with the old one meanwhile. */
export async function updateComponent(target: AwsTarget, request: UpdateComponentRequest): Promise<void> {
  try {
    await sagemakerClient(target).send(new UpdateInferenceComponentCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}

/** Asks for another number of copies. */
export async function setCopyCount(target: AwsTarget, request: SetCopiesRequest): Promise<void> {
  try {
    await sagemakerClient(target).send(new UpdateInferenceComponentRuntimeConfigCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}

/** Starts the removal of a component: it is Deleting for a while, then gone. Its model stays. */
export async function deleteComponent(target: AwsTarget, name: string): Promise<void> {
  try {
    await sagemakerClient(target).send(new DeleteInferenceComponentCommand({ InferenceComponentName: name }));
  } catch (cause) {
    throw toAppError(cause);
  } finally {
    forgetReads(target.id);
  }
}

function toComponentView(component: DescribeInferenceComponentOutput): ComponentView {
  return {
    name: component.InferenceComponentName ?? "",
    arn: component.InferenceComponentArn ?? "",
    endpoint: component.EndpointName ?? "",
    variant: component.VariantName ?? "",
    status: (component.InferenceComponentStatus ?? "Failed") as ComponentStatus,
    failureReason: component.FailureReason ?? null,
    createdAt: component.CreationTime?.toISOString() ?? null,
    updatedAt: component.LastModifiedTime?.toISOString() ?? null,
    desiredCopies: component.RuntimeConfig?.DesiredCopyCount ?? null,
    currentCopies: component.RuntimeConfig?.CurrentCopyCount ?? null,
    specification: toSpecification(component.Specification ?? component.Specifications?.[0]),
  };
}

function toSpecification(summary: InferenceComponentSpecificationSummary | undefined): ComponentSpecification {
  const needs = summary?.ComputeResourceRequirements;
  const container = summary?.Container;
  return {
    modelName: summary?.ModelName ?? null,
    container: container
      ? {
          image: container.DeployedImage?.SpecifiedImage ?? null,
          modelDataUrl: container.ArtifactUrl ?? null,
          // Masked here, so that no cache, page or log above the gateway ever holds a token.
          environment: maskEnvironment(container.Environment),
        }
      : null,
    cpuCores: needs?.NumberOfCpuCoresRequired ?? null,
    accelerators: needs?.NumberOfAcceleratorDevicesRequired ?? null,
    minMemoryMiB: needs?.MinMemoryRequiredInMb ?? null,
    maxMemoryMiB: needs?.MaxMemoryRequiredInMb ?? null,
    downloadTimeoutSeconds: summary?.StartupParameters?.ModelDataDownloadTimeoutInSeconds ?? null,
    startupTimeoutSeconds: summary?.StartupParameters?.ContainerStartupHealthCheckTimeoutInSeconds ?? null,
    baseComponent: summary?.BaseInferenceComponentName ?? null,
  };
}
