import "server-only";
import { DescribeScalingActivitiesCommand, type ScalingActivity } from "@aws-sdk/client-application-auto-scaling";

import type { ActivityView } from "@/lib/scaling/target-view";

import { type AwsTarget, autoScalingClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

const ACTIVITIES_TTL_MS = 5_000;

/** A page (50) of what was scaled and what was not, newest first: of one resource, or of everything in SageMaker. */
export function describeScalingActivities(
  target: AwsTarget,
  input: { resourceId: string | null; cursor: string | null },
): Promise<{ items: ActivityView[]; nextCursor: string | null }> {
  return cachedRead(target, "DescribeScalingActivities", input, ACTIVITIES_TTL_MS, async () => {
    try {
      const out = await autoScalingClient(target).send(
        new DescribeScalingActivitiesCommand({
          ServiceNamespace: "sagemaker",
          ResourceId: input.resourceId ?? undefined,
          MaxResults: 50,
          NextToken: input.cursor ?? undefined,
          IncludeNotScaledActivities: true,
        }),
      );
      return { items: (out.ScalingActivities ?? []).map(toActivityView), nextCursor: out.NextToken ?? null };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

function toActivityView(activity: ScalingActivity): ActivityView {
  return {
    id: activity.ActivityId ?? "",
    resourceId: activity.ResourceId ?? "",
    dimension: activity.ScalableDimension ?? "",
    at: activity.StartTime?.toISOString() ?? "",
    endedAt: activity.EndTime?.toISOString() ?? null,
    status: activity.StatusCode ?? "",
    description: activity.Description ?? "",
    cause: activity.Cause ?? "",
    message: activity.StatusMessage ?? null,
    reasons: (activity.NotScaledReasons ?? []).map((reason) => ({
      code: reason.Code ?? "",
      max: reason.MaxCapacity ?? null,
      min: reason.MinCapacity ?? null,
      current: reason.CurrentCapacity ?? null,
    })),
  };
}
