import type { EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { offsetPage } from "../page-token.ts";
import type { ActivityStore, ScalingActivity } from "./activity-store.ts";
import type { ScalingClock } from "./scaling-clock.ts";
import type { TargetCapacity } from "./target-capacity.ts";

type Describe = {
  ServiceNamespace: string;
  ResourceId?: string;
  ScalableDimension?: string;
  MaxResults?: number;
  NextToken?: string;
  IncludeNotScaledActivities?: boolean;
};

/** What was scaled and what was not, newest first. */
export function activityOperations(
  { records }: EmulatorContext,
  activities: ActivityStore,
  scaling: ScalingClock,
  capacity: TargetCapacity,
): Operations {
  function describeScalingActivities(input: Describe, { region }: Call) {
    scaling.catchUp();
    const { ServiceNamespace, ResourceId, ScalableDimension, MaxResults = 50, NextToken } = input;
    const all = ServiceNamespace === "sagemaker" ? activities.list(region, ResourceId, ScalableDimension) : [];
    const wanted = all.filter(({ reason }) => reason === null || input.IncludeNotScaledActivities === true);
    const listing = `scaling-activities ${region} ${ResourceId ?? ""}`;
    const page = offsetPage(records, listing, wanted, NextToken, Math.min(50, Math.max(1, MaxResults)));
    return {
      ScalingActivities: page.items.map((activity) => describeActivity(activity, isUnderWay(region, activity, all))),
      NextToken: page.nextToken,
    };
  }

  /** Only the newest change of a target can still be under way. */
  function isUnderWay(region: string, activity: ScalingActivity, all: readonly ScalingActivity[]): boolean {
    if (activity.setsBounds !== undefined) return false;
    const newest = all.find(
      ({ reason, setsBounds, resourceId, dimension }) =>
        reason === null &&
        setsBounds === undefined &&
        resourceId === activity.resourceId &&
        dimension === activity.dimension,
    );
    if (newest?.id !== activity.id) return false;
    const { resourceId, dimension, minCapacity, maxCapacity } = activity;
    const target = { resourceId, dimension, minCapacity, maxCapacity, suspended: {}, arn: "", createdAt: 0 };
    return capacity.read(region, target)?.isChanging === true;
  }

  return { DescribeScalingActivities: describeScalingActivities };
}

function describeActivity(activity: ScalingActivity, isUnderWay: boolean) {
  const { id, resourceId, dimension, at, from, to, cause, reason, failure, minCapacity, maxCapacity } = activity;
  const described = {
    ActivityId: id,
    ServiceNamespace: "sagemaker",
    ResourceId: resourceId,
    ScalableDimension: dimension,
    Cause: cause,
    StartTime: at / 1000,
  };
  if (reason !== null) {
    return {
      ...described,
      Description: "Attempting to scale due to alarm triggered",
      EndTime: at / 1000,
      StatusCode: "Failed",
      StatusMessage: "Activity was not scaled.",
      NotScaledReasons: [{ Code: reason, ...limitsFor(reason, from, minCapacity, maxCapacity) }],
    };
  }
  if (activity.setsBounds !== undefined) {
    return {
      ...described,
      Description: `Setting ${activity.setsBounds}`,
      EndTime: at / 1000,
      StatusCode: failure === null ? "Successful" : "Failed",
      StatusMessage: failure ?? `Successfully set ${activity.setsBounds}`,
    };
  }
  const what = WORDS[dimension.split(":").at(-1) ?? ""] ?? "instance count";
  const Description = `Setting desired ${what} to ${to}.`;
  if (failure !== null)
    return { ...described, Description, EndTime: at / 1000, StatusCode: "Failed", StatusMessage: failure };
  if (isUnderWay) {
    const StatusMessage = `Successfully set desired ${what} to ${to}. Waiting for change to be fulfilled by sagemaker.`;
    return { ...described, Description, StatusCode: "InProgress", StatusMessage };
  }
  const StatusMessage = `Successfully set desired ${what} to ${to}. Change successfully fulfilled by sagemaker.`;
  return {
    ...described,
    Description,
    EndTime: (activity.fulfilledAt ?? at) / 1000,
    StatusCode: "Successful",
    StatusMessage,
  };
}

/** What a dimension changes; the words for copies are the emulator's. */
const WORDS: Record<string, string> = {
  DesiredProvisionedConcurrency: "provisioned concurrency",
  DesiredCopyCount: "copy count",
};

function limitsFor(reason: string, CurrentCapacity: number, MinCapacity: number, MaxCapacity: number): object {
  if (reason === "AlreadyAtMaxCapacity") return { MaxCapacity };
  if (reason === "AlreadyAtMinCapacity") return { MinCapacity };
  return { CurrentCapacity };
}
