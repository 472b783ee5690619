import type { EmulatorContext } from "../../context.ts";
import type { JsonService } from "../service.ts";
import { activityOperations } from "./activities.ts";
import { openActivityStore } from "./activity-store.ts";
import { policyOperations } from "./policies.ts";
import { createScalingClock } from "./scaling-clock.ts";
import { scheduledActionOperations } from "./scheduled-actions.ts";
import { targetCapacity } from "./target-capacity.ts";
import { targetTagOperations } from "./target-tags.ts";
import { targetOperations } from "./targets.ts";

/** Application Auto Scaling: what may scale the variants of endpoints and inference components, and does. */
export function autoscalingService(context: EmulatorContext): JsonService {
  const capacity = targetCapacity(context);
  const activities = openActivityStore(context.database);
  const scaling = createScalingClock(context, capacity, activities);
  return {
    protocol: "json",
    id: "application-autoscaling",
    targetPrefix: "AnyScaleFrontendService",
    operations: {
      ...targetOperations(context, scaling),
      ...policyOperations(context),
      ...scheduledActionOperations(context, scaling),
      ...targetTagOperations(context),
      ...activityOperations(context, activities, scaling, capacity),
    },
  };
}
