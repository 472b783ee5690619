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

import { markParked } from "./parked-store";

/** What goes while the specification is kept; `parkedId` is where it is kept. */
export type ParkPlan = DeletionPlan & { parkedId: string };

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

const STEPS: Step<ParkPlan>[] = [scalingStep, endpointStep, gone, configStep, modelsStep, alarmsStep, parked];

/** Parking an endpoint whose specification is kept already: everything of it that nobody else uses is deleted. */
export const parkKind: OperationKind<ParkPlan> = {
  steps: STEPS,
  make: STEPS,
  retry: () => STEPS,
  remove: [],
  existing,
  secrets: () => [],
};
