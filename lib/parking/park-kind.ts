import "server-only";
import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import {
  alarmsStep,
  configStep,
  type DeletionPlan,
  endpointStep,
  existing,
  modelsStep,
  scalingStep,
} from "@/lib/endpoints/deletion-kind";
import { AppError } from "@/lib/errors";
import type { OperationKind, Step } from "@/lib/operations/kind";

import { componentsAreGone, deleteComponents, findComponents } from "./delete-components";
import { markParked } from "./parked-store";

/** What goes while the specification is kept; `parkedId` is where it is kept. */
export type ParkPlan = DeletionPlan & {
  parkedId: string;
  /** Inference components on the endpoint; missing in journals from before they were kept. */
  components?: string[];
};

// Before the endpoint: SageMaker deletes none under its components.
const components: Step<ParkPlan> = {
  id: "delete-components",
  title: "Inference components",
  change: {
    permission: "endpoint:delete",
    target: ({ components: names = [] }) => `inference components ${names.join(", ")}`,
  },
  run: ({ workspace, plan }) => deleteComponents(workspace, plan.components ?? [], isOn(plan)),
};

const componentsGone: Step<ParkPlan> = {
  id: "components-gone",
  title: "Copies stopped",
  change: null,
  run: ({ workspace, plan }) => componentsAreGone(workspace, plan.components ?? [], isOn(plan)),
};

function isOn({ endpoint }: ParkPlan): (component: { endpoint: string }) => boolean {
  return (component) => component.endpoint === endpoint;
}

const gone: Step<ParkPlan> = {
  id: "gone",
  title: "Instances stopped",
  change: null,
  run: async ({ workspace, plan: { endpoint }, startedAt }) => {
    forgetReads(workspace.id);
    try {
      const { status, createdAt, failureReason } = await describeEndpoint(workspace, endpoint);
      // Somebody has made another one of that name already.
      if (createdAt && Date.parse(createdAt) > startedAt.getTime() && status !== "Deleting") return "done";
      if (status !== "Failed") return { waiting: status };
      throw new AppError("conflict", failureReason ?? "SageMaker could not delete the endpoint.");
    } catch (cause) {
      if (cause instanceof AppError && cause.code === "not-found") return "done";
      throw cause;
    }
  },
};

const parked: Step<ParkPlan> = {
  id: "parked",
  title: "Parked",
  change: null,
  run: async ({ plan }) => {
    await markParked(plan.parkedId);
    return "done";
  },
};

const COMPONENTS = [components, componentsGone];
const STEPS: Step<ParkPlan>[] = [endpointStep, gone, configStep, modelsStep, alarmsStep, parked];

/** Parking an endpoint whose specification is kept already: everything of it that nobody else uses is deleted. */
export const parkKind: OperationKind<ParkPlan> = {
  steps: [scalingStep, ...COMPONENTS, ...STEPS],
  make: STEPS,
  more: (plan) => ({
    first: [scalingStep, ...(plan.components?.length ? COMPONENTS : [])],
    last: [],
    removedLast: [],
  }),
  retry: () => STEPS,
  remove: [],
  existing: async (context) => {
    const { workspace, plan } = context;
    const left = await findComponents(workspace, plan.components ?? [], isOn(plan));
    return [...left.map(({ name }) => ({ kind: "inference-component" as const, name })), ...(await existing(context))];
  },
  secrets: () => [],
};
