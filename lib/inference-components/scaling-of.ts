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
 * Looks at what scales a component, and returns what takes it away once SageMaker has accepted the component's deletion: a
 * component that stays is scaled as before. The alarms that only start its step policies go too: they are the account's
 * own and would stay. A component must not stay for the sake of this, so a refusal of AWS is passed over.
 */
export async function scalingOf(workspace: Workspace, component: string): Promise<{ stop: () => Promise<void> }> {
  const resourceId = componentResource(component);
  const left = (await unlessRefused(ownAlarms(workspace, resourceId))) ?? [];
  return {
    stop: async () => {
      const target = { ServiceNamespace: "sagemaker", ResourceId: resourceId, ScalableDimension: COPIES } as const;
      await unlessRefused(deregisterScalableTarget(workspace, target));
      await unlessRefused(deleteAlarms(workspace, left));
    },
  };
}

/** The alarms that start nothing but the component's step policies. */
async function ownAlarms(workspace: Workspace, resourceId: string): Promise<string[]> {
  const { items } = await describeScalingPolicies(workspace, { resourceId, cursor: null });
  const steps = items.filter(({ type }) => type === "StepScaling");
  const alarms = await describeScalingAlarmsNamed(workspace, [...new Set(steps.flatMap((policy) => policy.alarms))]);
  const own = new Set(steps.map(({ arn }) => arn));
  return alarms.filter(({ actions }) => actions.every((action) => own.has(action))).map(({ name }) => name);
}

async function unlessRefused<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (cause) {
    if (cause instanceof AppError) return null;
    throw cause;
  }
}
