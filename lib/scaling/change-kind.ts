import "server-only";
import {
  deleteScalingPolicy,
  describeScalingPolicies,
  putScalingPolicy,
} from "@/lib/aws/application-auto-scaling/policies";
import { deregisterScalableTarget, registerScalableTarget } from "@/lib/aws/application-auto-scaling/scalable-targets";
import { deleteScheduledAction, putScheduledAction } from "@/lib/aws/application-auto-scaling/scheduled-actions";
import { deleteAlarms, putMetricAlarm } from "@/lib/aws/cloudwatch/alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { AppError } from "@/lib/errors";
import type { OperationKind, Step } from "@/lib/operations/kind";
import type { Workspace } from "@/lib/workspaces/view";

import { arnPlaceholder } from "./plan-change";
import type { ScalingRequest } from "./requests";

/** What was reviewed: these requests and no others, in this order. */
export type ChangeScalingPlan = { endpoint: string; resourceId: string; requests: ScalingRequest[] };
type Operation = ScalingRequest["operation"];

/** Every request replaces or removes by name, so that one sent again after a crash does no harm. */
function step(id: string, title: string): Step<ChangeScalingPlan> {
  return {
    id,
    title,
    change: { permission: "endpoint:deploy", target: ({ resourceId }) => `${title.toLowerCase()} of ${resourceId}` },
    run: async ({ workspace, plan }) => {
      for (const request of plan.requests) {
        if (OPERATIONS[id]?.includes(request.operation)) await send(workspace, plan, request);
      }
      forgetReads(workspace.id);
      return "done";
    },
  };
}

const OPERATIONS: Record<string, readonly Operation[]> = {
  "scalable-target": ["RegisterScalableTarget", "DeregisterScalableTarget"],
  "scaling-policies": ["PutScalingPolicy", "PutMetricAlarm"],
  "scheduled-actions": ["PutScheduledAction"],
  "scaling-removals": ["DeleteScheduledAction", "DeleteScalingPolicy", "DeleteAlarms"],
};

const STEPS = [
  step("scalable-target", "Scalable target"),
  step("scaling-policies", "Scaling policies"),
  step("scheduled-actions", "Scheduled actions"),
  step("scaling-removals", "Removal of what is no longer wanted"),
];

/** A change of what scales a target: only the steps that have something to send. */
export const changeScalingKind: OperationKind<ChangeScalingPlan> = {
  steps: STEPS,
  make: [],
  retry: () => [],
  remove: [],
  more: ({ requests }) => ({
    first: STEPS.filter(({ id }) => requests.some(({ operation }) => OPERATIONS[id]?.includes(operation))),
    last: [],
    removedLast: [],
  }),
  existing: async () => [],
  secrets: () => [],
};

async function send(workspace: Workspace, plan: ChangeScalingPlan, request: ScalingRequest): Promise<void> {
  switch (request.operation) {
    case "RegisterScalableTarget":
      return registerScalableTarget(workspace, request.input);
    case "DeregisterScalableTarget":
      return goneOr(deregisterScalableTarget(workspace, request.input));
    case "PutScalingPolicy":
      return void (await putScalingPolicy(workspace, request.input));
    case "DeleteScalingPolicy":
      return goneOr(deleteScalingPolicy(workspace, request.input));
    case "PutScheduledAction":
      return putScheduledAction(workspace, request.input);
    case "DeleteScheduledAction":
      return goneOr(deleteScheduledAction(workspace, request.input));
    case "DeleteAlarms":
      return deleteAlarms(workspace, request.input.AlarmNames);
    case "PutMetricAlarm": {
      const AlarmActions = await withArns(workspace, plan.resourceId, request.input.AlarmActions);
      return putMetricAlarm(workspace, { ...request.input, AlarmActions });
    }
  }
}

/** Puts the ARNs of policies, which are known once they are made, where the plan holds only their names. */
async function withArns(workspace: Workspace, resourceId: string, actions: readonly string[]): Promise<string[]> {
  if (actions.every((action) => action.startsWith("arn:"))) return [...actions];
  forgetReads(workspace.id);
  const arns = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof describeScalingPolicies>> = await describeScalingPolicies(workspace, {
      resourceId,
      cursor,
    });
    for (const { name, arn } of page.items) arns.set(arnPlaceholder(name), arn);
    cursor = page.nextCursor;
  } while (cursor);
  return actions.map((action) => {
    const arn = action.startsWith("arn:") ? action : arns.get(action);
    if (!arn) throw new AppError("not-found", `There is no ${action.slice(1, -1)}: the policy is gone.`);
    return arn;
  });
}

/** Gone already is what was asked for. */
async function goneOr(removal: Promise<void>): Promise<void> {
  try {
    await removal;
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== "not-found") throw cause;
  }
}
