import "server-only";
import {
  DeleteScheduledActionCommand,
  DescribeScheduledActionsCommand,
  PutScheduledActionCommand,
  type ScheduledAction,
} from "@aws-sdk/client-application-auto-scaling";

import type { DeleteScheduledActionRequest, PutScheduledActionRequest } from "@/lib/scaling/requests";
import type { ScheduledActionView } from "@/lib/scaling/target-view";

import { type AwsTarget, autoScalingClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";
import { SETTINGS_TTL_MS } from "./policies";

/** A page (50) of scheduled actions: of one resource, or of everything in SageMaker. */
export function describeScheduledActions(
  target: AwsTarget,
  input: { resourceId: string | null; cursor: string | null },
): Promise<{ items: ScheduledActionView[]; nextCursor: string | null }> {
  return cachedRead(target, "DescribeScheduledActions", input, SETTINGS_TTL_MS, async () => {
    try {
      const out = await autoScalingClient(target).send(
        new DescribeScheduledActionsCommand({
          ServiceNamespace: "sagemaker",
          ResourceId: input.resourceId ?? undefined,
          MaxResults: 50,
          NextToken: input.cursor ?? undefined,
        }),
      );
      return { items: (out.ScheduledActions ?? []).map(toScheduledActionView), nextCursor: out.NextToken ?? null };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Makes a scheduled action, or replaces the one of its name. */
export async function putScheduledAction(target: AwsTarget, request: PutScheduledActionRequest): Promise<void> {
  const { StartTime, EndTime, ...rest } = request;
  try {
    await autoScalingClient(target).send(
      new PutScheduledActionCommand({
        ...rest,
        StartTime: StartTime ? new Date(StartTime) : undefined,
        EndTime: EndTime ? new Date(EndTime) : undefined,
      }),
    );
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Removes a scheduled action; throws `not-found`. */
export async function deleteScheduledAction(target: AwsTarget, request: DeleteScheduledActionRequest): Promise<void> {
  try {
    await autoScalingClient(target).send(new DeleteScheduledActionCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  }
}

function toScheduledActionView(action: ScheduledAction): ScheduledActionView {
  return {
    resourceId: action.ResourceId ?? "",
    dimension: action.ScalableDimension ?? "",
    name: action.ScheduledActionName ?? "",
    schedule: action.Schedule ?? "",
    timezone: action.Timezone ?? null,
    min: action.ScalableTargetAction?.MinCapacity ?? null,
    max: action.ScalableTargetAction?.MaxCapacity ?? null,
    startAt: action.StartTime?.toISOString() ?? null,
    endAt: action.EndTime?.toISOString() ?? null,
  };
}
