import type { EmulatorContext } from "../../context.ts";
import type { JsonService } from "../service.ts";
import { policyOperations } from "./policies.ts";
import { targetOperations } from "./targets.ts";

/** Application Auto Scaling: what may scale the variants of endpoints. */
export function autoscalingService(context: EmulatorContext): JsonService {
  return {
    protocol: "json",
    id: "application-autoscaling",
    targetPrefix: "AnyScaleFrontendService",
    operations: { ...targetOperations(context), ...policyOperations(context) },
  };
}
