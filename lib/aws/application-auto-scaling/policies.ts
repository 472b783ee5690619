import "server-only";
import {
  DeleteScalingPolicyCommand,
  DescribeScalingPoliciesCommand,
  PutScalingPolicyCommand,
  type PutScalingPolicyCommandInput,
  type ScalingPolicy,
} from "@aws-sdk/client-application-auto-scaling";

import type { DeleteScalingPolicyRequest, PutScalingPolicyRequest } from "@/lib/scaling/requests";
import type { PolicyView } from "@/lib/scaling/target-view";

import { type AwsTarget, autoScalingClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";
import { readConfig } from "./policy-config";

/** Settings change when somebody changes them, and the console forgets what it read whenever it does. */
export const SETTINGS_TTL_MS = 15_000;
/** More than AWS gives of policies at once is an error ("between 1 and 10", DescribeScalingPolicies). */
const POLICIES_A_PAGE = 10;

/** A page (10) of policies: of one resource, or of everything in SageMaker. */
export function describeScalingPolicies(
  target: AwsTarget,
  input: { resourceId: string | null; cursor: string | null },
): Promise<{ items: PolicyView[]; nextCursor: string | null }> {
  return cachedRead(target, "DescribeScalingPolicies", input, SETTINGS_TTL_MS, async () => {
    try {
      const out = await autoScalingClient(target).send(
        new DescribeScalingPoliciesCommand({
          ServiceNamespace: "sagemaker",
          ResourceId: input.resourceId ?? undefined,
          MaxResults: POLICIES_A_PAGE,
          NextToken: input.cursor ?? undefined,
        }),
      );
      return { items: (out.ScalingPolicies ?? []).map(toPolicyView), nextCursor: out.NextToken ?? null };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Makes a scaling policy, or replaces the one of its name; its ARN, which alarms name as their action. */
export async function putScalingPolicy(target: AwsTarget, request: PutScalingPolicyRequest): Promise<string> {
  try {
    const out = await autoScalingClient(target).send(new PutScalingPolicyCommand(toSdkRequest(request)));
    return out.PolicyARN ?? "";
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Removes a policy, and the alarms that AWS made for it; throws `not-found`. */
export async function deleteScalingPolicy(target: AwsTarget, request: DeleteScalingPolicyRequest): Promise<void> {
  try {
    await autoScalingClient(target).send(new DeleteScalingPolicyCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Types of predefined metrics are a closed list in the SDK; AWS adds to it, and checks them itself. */
function toSdkRequest(request: PutScalingPolicyRequest): PutScalingPolicyCommandInput {
  return request as PutScalingPolicyCommandInput;
}

function toPolicyView(policy: ScalingPolicy): PolicyView {
  return {
    resourceId: policy.ResourceId ?? "",
    dimension: policy.ScalableDimension ?? "",
    name: policy.PolicyName ?? "",
    arn: policy.PolicyARN ?? "",
    type: policy.PolicyType ?? "",
    ...readConfig(policy),
    alarms: (policy.Alarms ?? []).map(({ AlarmName }) => AlarmName ?? ""),
  };
}
