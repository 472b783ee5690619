import type { ContainerView, ModelSource } from "@/lib/endpoints/model-view";

/** What the browser sees of inference components. JSON-safe: dates are ISO strings, what AWS leaves out is null. */

export const COMPONENT_STATUSES = ["InService", "Creating", "Updating", "Failed", "Deleting"] as const;
export type ComponentStatus = (typeof COMPONENT_STATUSES)[number];

/** What one copy of a component needs; SageMaker places copies by it. */
export type ComponentResources = {
  cpuCores: number | null;
  accelerators: number | null;
  minMemoryMiB: number | null;
  /** Null: no limit but the instance's own. */
  maxMemoryMiB: number | null;
};

/** What a component runs: a SageMaker model, or a container with an artifact of its own. */
export type ComponentSpecification = ComponentResources & {
  modelName: string | null;
  container: ContainerView | null;
  downloadTimeoutSeconds: number | null;
  startupTimeoutSeconds: number | null;
  /** The component whose container an adapter is loaded into; null: it has one of its own. */
  baseComponent: string | null;
};

/** What DescribeInferenceComponent tells. */
export type ComponentView = {
  name: string;
  arn: string;
  endpoint: string;
  variant: string;
  status: ComponentStatus;
  failureReason: string | null;
  createdAt: string | null;
  updatedAt: string | null;
  desiredCopies: number | null;
  currentCopies: number | null;
  specification: ComponentSpecification;
};

/** A component with the model behind it. */
export type ComponentDetail = ComponentView & {
  isModelMissing: boolean;
  /** The container that answers: its own, or the model's. */
  image: string | null;
  source: ModelSource | null;
  task: string | null;
  /** What the container is told; secret-looking values are masked. */
  container: ContainerView | null;
};

/** True while SageMaker is still working on a component, or its copies are not yet as many as asked for. */
export function isComponentMoving({
  status,
  currentCopies,
  desiredCopies,
}: Pick<ComponentView, "status" | "currentCopies" | "desiredCopies">): boolean {
  if (status === "Creating" || status === "Updating" || status === "Deleting") return true;
  return status === "InService" && currentCopies !== desiredCopies;
}

/** Why a component cannot be changed just now; null when it can. SageMaker takes one change at a time. */
export function componentRefusal({ status }: Pick<ComponentView, "status">): string | null {
  if (status === "Deleting") return "It is being deleted.";
  if (status === "Creating" || status === "Updating") return "It is changing: SageMaker takes one change at a time.";
  return null;
}
