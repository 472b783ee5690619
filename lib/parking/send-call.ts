import "server-only";
import { putScalingPolicy } from "@/lib/aws/application-auto-scaling/policies";
import { registerScalableTarget } from "@/lib/aws/application-auto-scaling/scalable-targets";
import { putScheduledAction } from "@/lib/aws/application-auto-scaling/scheduled-actions";
import { putMetricAlarm } from "@/lib/aws/cloudwatch/alarms";
import { createEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { createComponent, setCopyCount } from "@/lib/aws/sagemaker/inference-components";
import { updateEndpointWeightsAndCapacities } from "@/lib/aws/sagemaker/update-capacities";
import { createConfigLike, createModelLike } from "@/lib/aws/sagemaker/update-requests";
import { AppError } from "@/lib/errors";
import { WAKE_POLICY_ARN } from "@/lib/recipes/build-requests";
import type { AwsCall } from "@/lib/specification/view";
import type { Workspace } from "@/lib/workspaces/view";

const ACTIONS = ["AlarmActions", "OKActions", "InsufficientDataActions"];

/**
 * Sends calls of a specification in their order. An alarm that names a policy whose ARN AWS gives only when it is made
 * gets the one of the policy before it.
 */
export async function sendCalls(workspace: Workspace, calls: readonly AwsCall[]): Promise<void> {
  let policyArn: string | null = null;
  for (const call of calls) {
    if (call.operation === "PutScalingPolicy") policyArn = await putScalingPolicy(workspace, inputOf(call));
    else await send(workspace, call.operation === "PutMetricAlarm" ? naming(call, policyArn) : call);
  }
}

function send(workspace: Workspace, call: AwsCall): Promise<void> {
  switch (call.operation) {
    case "CreateModel":
      return createModelLike(workspace, inputOf(call));
    case "CreateEndpointConfig":
      return createConfigLike(workspace, inputOf(call));
    case "CreateEndpoint":
      return createEndpoint(workspace, inputOf(call));
    case "UpdateEndpointWeightsAndCapacities":
      return updateEndpointWeightsAndCapacities(workspace, inputOf(call));
    case "CreateInferenceComponent":
      return createComponent(workspace, inputOf(call));
    case "UpdateInferenceComponentRuntimeConfig":
      return setCopyCount(workspace, inputOf(call));
    case "RegisterScalableTarget":
      return registerScalableTarget(workspace, inputOf(call));
    case "PutScheduledAction":
      return putScheduledAction(workspace, inputOf(call));
    case "PutMetricAlarm":
      return putMetricAlarm(workspace, inputOf(call));
    default:
      throw new AppError("unexpected", `This version of the console cannot send ${call.operation} again.`);
  }
}

/** The input was read from AWS as this very operation's (lib/specification), so it has that operation's shape. */
function inputOf<T>(call: AwsCall): T {
  return call.input as T;
}

function naming(call: AwsCall, policyArn: string | null): AwsCall {
  const named = ACTIONS.flatMap((name) => {
    const actions = call.input[name] as string[] | undefined;
    if (!actions) return [];
    return [[name, actions.map((action) => (action === WAKE_POLICY_ARN && policyArn ? policyArn : action))]];
  });
  return { ...call, input: { ...call.input, ...Object.fromEntries(named) } };
}
