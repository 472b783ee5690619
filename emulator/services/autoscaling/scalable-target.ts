import { ACCOUNT_ID } from "../../context.ts";
import { Fault } from "../../protocol/fault.ts";
import type { RecordStore } from "../../store/record-store.ts";
import { dropPoliciesOf } from "./scaling-policy.ts";
import { dropActionsOf } from "./scheduled-action.ts";

/** A variant or an inference component whose capacity may be changed by scaling. Times are epoch milliseconds. */
export type ScalableTarget = {
  resourceId: string;
  dimension: string;
  minCapacity: number;
  maxCapacity: number;
  suspended: Suspended;
  arn: string;
  createdAt: number;
};

export type Suspended = {
  DynamicScalingInSuspended?: boolean;
  DynamicScalingOutSuspended?: boolean;
  ScheduledScalingSuspended?: boolean;
};

export type TargetId = { ResourceId: string; ScalableDimension: string };

const KIND = "scalable-target";
/** The service-linked role that Application Auto Scaling makes for SageMaker, whatever role one gives. */
const ROLE_ARN = `arn:aws:iam::${ACCOUNT_ID}:role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint`;

export function findTarget(records: RecordStore, region: string, id: TargetId): ScalableTarget | undefined {
  return records.get(KIND, region, keyOf(id));
}

export function listTargets(records: RecordStore, region: string): ScalableTarget[] {
  return records.list(KIND, region);
}

export function targetRegions(records: RecordStore): string[] {
  return records.regions(KIND);
}

export function saveTarget(records: RecordStore, region: string, target: ScalableTarget): void {
  const id = { ResourceId: target.resourceId, ScalableDimension: target.dimension };
  records.put(KIND, region, keyOf(id), target);
}

/** True when there was one. */
export function deleteTarget(records: RecordStore, region: string, id: TargetId): boolean {
  dropPoliciesOf(records, region, id.ResourceId, id.ScalableDimension);
  dropActionsOf(records, region, id.ResourceId, id.ScalableDimension);
  return records.delete(KIND, region, keyOf(id));
}

/** Deleting an endpoint or an inference component deregisters what scaled it: `resource` is `endpoint/x` or the like. */
export function dropTargetsOf(records: RecordStore, region: string, resource: string): void {
  const prefix = `${resource}/`.toLowerCase();
  for (const { resourceId, dimension } of listTargets(records, region)) {
    if (`${resourceId}/`.toLowerCase().startsWith(prefix)) {
      deleteTarget(records, region, { ResourceId: resourceId, ScalableDimension: dimension });
    }
  }
}

/** A target as DescribeScalableTargets tells it. */
export function describeTarget(target: ScalableTarget) {
  return {
    ServiceNamespace: "sagemaker",
    ResourceId: target.resourceId,
    ScalableDimension: target.dimension,
    MinCapacity: target.minCapacity,
    MaxCapacity: target.maxCapacity,
    RoleARN: ROLE_ARN,
    CreationTime: target.createdAt / 1000,
    SuspendedState: {
      DynamicScalingInSuspended: false,
      DynamicScalingOutSuspended: false,
      ScheduledScalingSuspended: false,
      ...target.suspended,
    },
    ScalableTargetARN: target.arn,
  };
}

/** AWS's answer where nothing is registered. */
export function noScalableTarget(id: TargetId & { ServiceNamespace: string }): Fault {
  const { ServiceNamespace, ResourceId, ScalableDimension } = id;
  return new Fault(
    "ObjectNotFoundException",
    `No scalable target found for service namespace: ${ServiceNamespace}, resource ID: ${ResourceId}, scalable dimension: ${ScalableDimension}`,
  );
}

function keyOf({ ResourceId, ScalableDimension }: TargetId): string {
  return `${ResourceId} ${ScalableDimension}`;
}
