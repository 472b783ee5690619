import "server-only";
import type { Member } from "@/lib/auth/member";
import { describeScalingPolicies } from "@/lib/aws/application-auto-scaling/policies";
import { deleteAlarms } from "@/lib/aws/cloudwatch/alarms";
import { describeScalingAlarmsNamed } from "@/lib/aws/cloudwatch/scaling-alarms";
import { forgetReads } from "@/lib/aws/read-cache";
import { AppError } from "@/lib/errors";
import { operationAfter, startOperation } from "@/lib/operations/service";
import type { OperationView } from "@/lib/operations/view";
import type { Workspace } from "@/lib/workspaces/view";

import type { ChangeScalingPlan } from "./change-kind";
import { readEndpointScaling } from "./endpoint-service";
import { planChange } from "./plan-change";
import type { ChangeScalingInput } from "./schema";

/** These are a handful of quick calls: the answer usually holds their end. */
const PATIENCE_MS = 15_000;

/**
 * Sends what was reviewed, as an operation of the journal. Throws `conflict` when what is there has changed since, so
 * that other requests would be needed: nothing is sent that nobody has seen.
 */
export async function changeScaling(
  workspace: Workspace,
  member: Member,
  { id, endpoint, resourceId, dimension, wish, reviewed }: ChangeScalingInput,
): Promise<OperationView> {
  forgetReads(workspace.id);
  const { variants } = await readEndpointScaling(workspace, endpoint);
  const scaling = variants.find((each) => each.resourceId === resourceId && each.dimension === dimension);
  if (!scaling) throw new AppError("not-found", `The endpoint ${endpoint} has no ${resourceId}.`);
  const present = scaling.config && { config: scaling.config, arns: scaling.arns };
  const requests = planChange({ resourceId, dimension }, present, wish);
  if (JSON.stringify(requests) !== reviewed) {
    throw new AppError("conflict", "Somebody changed the scaling of this variant in the meantime.", {
      hint: "Look at it as it is now, and review your changes again.",
    });
  }
  if (requests.length === 0) throw new AppError("invalid", "There is nothing to change.");
  const plan: ChangeScalingPlan = { endpoint, resourceId, requests };
  const summary = { endpoint, requests: requests.map(({ operation }) => operation) };
  await startOperation(workspace, member, {
    id,
    kind: "change-scaling",
    target: `endpoint ${endpoint}`,
    summary,
    plan,
  });
  return operationAfter(workspace, id, PATIENCE_MS);
}

/** Removes an alarm whose only actions are scaling policies that are gone; throws `conflict` for any other. */
export async function deleteLeftAlarm(workspace: Workspace, name: string): Promise<void> {
  forgetReads(workspace.id);
  const [alarm] = await describeScalingAlarmsNamed(workspace, [name]);
  if (!alarm) return;
  for (const action of alarm.actions) {
    const resourceId = /resource\/sagemaker\/(.+):policyName\//.exec(action)?.[1];
    if (!resourceId) throw new AppError("conflict", `The alarm ${name} does other things too, so it stays.`);
    const { items } = await describeScalingPolicies(workspace, { resourceId, cursor: null });
    if (items.some(({ arn }) => arn === action)) {
      throw new AppError("conflict", `The alarm ${name} starts a policy that is there, so it stays.`);
    }
  }
  await deleteAlarms(workspace, [name]);
  forgetReads(workspace.id);
}
