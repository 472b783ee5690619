import { looksSecret, MASK } from "@/lib/secrets/mask";

import type { CreateComponentInput, SetCopiesInput, UpdateComponentInput } from "./schema";

/** What a component runs, as CreateInferenceComponent and UpdateInferenceComponent take it. */
export type SpecificationRequest = {
  ModelName?: string;
  Container?: { Image: string; ArtifactUrl?: string; Environment?: Record<string, string> };
  StartupParameters?: {
    ModelDataDownloadTimeoutInSeconds?: number;
    ContainerStartupHealthCheckTimeoutInSeconds?: number;
  };
  ComputeResourceRequirements: {
    NumberOfCpuCoresRequired: number;
    NumberOfAcceleratorDevicesRequired?: number;
    MinMemoryRequiredInMb: number;
    MaxMemoryRequiredInMb?: number;
  };
};

export type CreateComponentRequest = {
  InferenceComponentName: string;
  EndpointName: string;
  VariantName: string;
  Specification: SpecificationRequest;
  RuntimeConfig: { CopyCount: number };
};
export type UpdateComponentRequest = { InferenceComponentName: string; Specification: SpecificationRequest };
export type SetCopiesRequest = { InferenceComponentName: string; DesiredRuntimeConfig: { CopyCount: number } };

/** The CreateInferenceComponent call that a form stands for. */
export function createComponentRequest(input: CreateComponentInput): CreateComponentRequest {
  return {
    InferenceComponentName: input.name,
    EndpointName: input.endpoint,
    VariantName: input.variant,
    Specification: specification(input, {}),
    RuntimeConfig: { CopyCount: input.copies },
  };
}

/** The UpdateInferenceComponent call; `kept`: values of hidden variables that stay. */
export function updateComponentRequest(
  input: UpdateComponentInput,
  kept: Record<string, string>,
): UpdateComponentRequest {
  return { InferenceComponentName: input.name, Specification: specification(input, kept) };
}

/** The UpdateInferenceComponentRuntimeConfig call. */
export function setCopiesRequest({ name, copies }: SetCopiesInput): SetCopiesRequest {
  return { InferenceComponentName: name, DesiredRuntimeConfig: { CopyCount: copies } };
}

/** A request as it may be shown: what looks like a secret is masked. */
export function maskSpecification<R extends { Specification: SpecificationRequest }>(request: R): R {
  const { Container } = request.Specification;
  if (!Container?.Environment) return request;
  const shown = Object.entries(Container.Environment).map(([name, value]) => [
    name,
    value !== "" && looksSecret(name, value) ? MASK : value,
  ]);
  const Environment = Object.fromEntries(shown) as Record<string, string>;
  return { ...request, Specification: { ...request.Specification, Container: { ...Container, Environment } } };
}

function specification(input: Omit<UpdateComponentInput, "name">, kept: Record<string, string>): SpecificationRequest {
  const startup = {
    ...(input.downloadTimeoutSeconds && { ModelDataDownloadTimeoutInSeconds: Number(input.downloadTimeoutSeconds) }),
    ...(input.startupTimeoutSeconds && {
      ContainerStartupHealthCheckTimeoutInSeconds: Number(input.startupTimeoutSeconds),
    }),
  };
  return {
    ...(input.source === "model" ? { ModelName: input.modelName } : { Container: container(input, kept) }),
    ...(Object.keys(startup).length > 0 && { StartupParameters: startup }),
    ComputeResourceRequirements: {
      NumberOfCpuCoresRequired: input.cpuCores,
      ...(input.accelerators && { NumberOfAcceleratorDevicesRequired: Number(input.accelerators) }),
      MinMemoryRequiredInMb: input.minMemoryMb,
      ...(input.maxMemoryMb && { MaxMemoryRequiredInMb: Number(input.maxMemoryMb) }),
    },
  };
}

/** A variable typed by the person wins over a hidden one of the same name. */
function container(
  { image, artifactUrl, environment }: Pick<UpdateComponentInput, "image" | "artifactUrl" | "environment">,
  kept: Record<string, string>,
): NonNullable<SpecificationRequest["Container"]> {
  const all = { ...kept, ...Object.fromEntries(environment.map(({ name, value }) => [name, value])) };
  return {
    Image: image,
    ...(artifactUrl && { ArtifactUrl: artifactUrl }),
    ...(Object.keys(all).length > 0 && { Environment: all }),
  };
}
