import "server-only";
import { describeScalingPolicies } from "@/lib/aws/application-auto-scaling/policies";
import { deregisterScalableTarget } from "@/lib/aws/application-auto-scaling/scalable-targets";
import { deleteAlarms } from "@/lib/aws/cloudwatch/alarms";
import { describeScalingAlarmsNamed } from "@/lib/aws/cloudwatch/scaling-alarms";
import { AppError } from "@/lib/errors";
import { COPIES } from "@/lib/scaling/dimensions";
import { componentResource } from "@/lib/scaling/target-view";
import type { Workspace } from "@/lib/workspaces/view";

/**
 * Deregisters what scales a component, and deletes the alarms that only start its step policies: those are the account's
 * own and would stay. A component must not stay for the sake of this, so a refusal of AWS is passed over.
 */
export async function stopScaling(workspace: Workspace, component: string): Promise<void> {
  const resourceId = componentResource(component);
  try {
    const { items } = await describeScalingPolicies(workspace, { resourceId, cursor: null });
    const steps = items.filter(({ type }) => type === "StepScaling");
    const alarms = await describeScalingAlarmsNamed(workspace, [...new Set(steps.flatMap((policy) => policy.alarms))]);
    const own = new Set(steps.map(({ arn }) => arn));
    await deregisterScalableTarget(workspace, {
      ServiceNamespace: "sagemaker",
      ResourceId: resourceId,
      ScalableDimension: COPIES,
    });
    const left = alarms.filter(({ actions }) => actions.every((action) => own.has(action)));
    await deleteAlarms(
      workspace,
      left.map(({ name }) => name),
    );
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
  }
}
