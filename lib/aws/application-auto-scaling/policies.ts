import "server-only";
import { PutScalingPolicyCommand } from "@aws-sdk/client-application-auto-scaling";

import type { PutTargetTrackingRequest } from "@/lib/scaling/view";

import { type AwsTarget, autoScalingClient } from "../client";
import { toAppError } from "../errors";

/** Makes a scaling policy, or replaces the one of its name. */
export async function putScalingPolicy(target: AwsTarget, request: PutTargetTrackingRequest): Promise<void> {
  try {
    await autoScalingClient(target).send(new PutScalingPolicyCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  }
}
