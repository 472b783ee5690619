import type { Outcome } from "../endpoint.ts";
import type { Resource } from "../resources.ts";
import type { Placement } from "./placement.ts";

type ComputeRequirements = {
  NumberOfCpuCoresRequired?: number;
  NumberOfAcceleratorDevicesRequired?: number;
  MinMemoryRequiredInMb: number;
  MaxMemoryRequiredInMb?: number;
};

/** The members of an InferenceComponentSpecification that the emulator acts on; the others are kept and given back. */
export type ComponentSpecification = {
  ModelName?: string;
  Container?: { Image?: string; ArtifactUrl?: string; Environment?: Record<string, string> };
  StartupParameters?: object;
  ComputeResourceRequirements?: ComputeRequirements;
  BaseInferenceComponentName?: string;
  SchedulingConfig?: { PlacementStrategy: "SPREAD" | "BINPACK" };
};

/** What a copy's container is started with: held here, because the model may be deleted while the component goes on. */
export type ComponentContainer = {
  image: string;
  modelDataUrl: string | null;
  environment: Record<string, string>;
  /** What the copies run on: what an image or a model does not go with fails there. */
  instanceType: string | null;
  /** When the image's tag was looked up, epoch milliseconds. */
  resolvedAt: number;
};

/** What a component runs, or is to run, and where its copies are. */
export type ComponentState = {
  specification: ComponentSpecification;
  container: ComponentContainer;
  copies: number;
  placement: Placement;
};

/** Something under way; over once it has an outcome and `delayMs` have passed since. */
export type ComponentChange = {
  /** Tells a container's late answer whether it still matters. */
  id: string;
  kind: "create" | "update";
  next: ComponentState;
  startedAt: number;
  delayMs: number;
  outcome: Outcome | null;
};

export type InferenceComponent = Resource & {
  endpointName: string;
  variantName: string;
  modifiedAt: number;
  /** What takes requests; null until the component was in service for the first time. */
  current: ComponentState | null;
  /** What was asked for last: shown of a component that failed. */
  wanted: ComponentState;
  change: ComponentChange | null;
  failureReason: string | null;
  /** UpdateInferenceComponent's DeploymentConfig: kept and shown. */
  deploymentConfig: object | null;
  /** When it is gone; null unless it is being deleted. */
  deleteAt: number | null;
};

export type ComponentStatus = "InService" | "Creating" | "Updating" | "Failed" | "Deleting";

export function componentStatus({ deleteAt, change, current }: InferenceComponent): ComponentStatus {
  if (deleteAt !== null) return "Deleting";
  if (change) return change.kind === "create" ? "Creating" : "Updating";
  return current ? "InService" : "Failed";
}

/**
 * The component as it is at `now`; null when it is gone. A change that failed leaves what ran before, so that only a
 * component that never ran is Failed.
 */
export function settleComponent(component: InferenceComponent, now: number): InferenceComponent | null {
  const { deleteAt, change } = component;
  if (deleteAt !== null) return now >= deleteAt ? null : component;
  if (!change?.outcome) return component;
  const endsAt = change.outcome.at + change.delayMs;
  if (now < endsAt) return component;
  const { failure } = change.outcome;
  const settled = { ...component, change: null, modifiedAt: endsAt, failureReason: failure };
  return failure === null ? { ...settled, current: change.next } : settled;
}
