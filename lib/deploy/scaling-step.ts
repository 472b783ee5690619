import "server-only";
import { putScalingPolicy } from "@/lib/aws/application-auto-scaling/policies";
import { registerScalableTarget } from "@/lib/aws/application-auto-scaling/scalable-targets";
import type { Step } from "@/lib/operations/kind";

import type { DeployPlan } from "./find-ours";

/**
 * Lets the number of instances follow what waits. Both calls replace what an earlier run of theirs made, and both go
 * with the endpoint when it is removed.
 */
export const setScaling: Step<DeployPlan> = {
  id: "scaling",
  title: "Scaling from zero",
  change: { permission: "endpoint:deploy", target: ({ requests }) => `scaling of ${requests.endpoint.EndpointName}` },
  run: async ({ workspace, plan }) => {
    const { scaling } = plan.requests;
    if (!scaling) return "done";
    await registerScalableTarget(workspace, scaling.target);
    await putScalingPolicy(workspace, scaling.policy);
    return "done";
  },
};
