import "server-only";
import {
  DeregisterScalableTargetCommand,
  DescribeScalableTargetsCommand,
  RegisterScalableTargetCommand,
  type ScalableTarget,
} from "@aws-sdk/client-application-auto-scaling";

import type { ScaledVariant } from "@/lib/endpoints/deletion-view";
import type { DeregisterTargetRequest, RegisterTargetRequest } from "@/lib/scaling/requests";
import type { TargetView } from "@/lib/scaling/target-view";

import { type AwsTarget, autoScalingClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";
import { SETTINGS_TTL_MS } from "./policies";

/** A page (50) of what is registered to scale: of the named resources, or of everything in SageMaker. */
export function describeScalableTargets(
  target: AwsTarget,
  input: { resourceIds: readonly string[] | null; cursor: string | null },
): Promise<{ items: TargetView[]; nextCursor: string | null }> {
  return cachedRead(target, "DescribeScalableTargets", input, SETTINGS_TTL_MS, async () => {
    try {
      const out = await autoScalingClient(target).send(
        new DescribeScalableTargetsCommand({
          ServiceNamespace: "sagemaker",
          ResourceIds: input.resourceIds ? [...input.resourceIds] : undefined,
          MaxResults: 50,
          NextToken: input.cursor ?? undefined,
        }),
      );
      return { items: (out.ScalableTargets ?? []).map(toTargetView), nextCursor: out.NextToken ?? null };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Registers what may be scaled, or changes how far. */
export async function registerScalableTarget(target: AwsTarget, request: RegisterTargetRequest): Promise<void> {
  try {
    await autoScalingClient(target).send(new RegisterScalableTargetCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** Lets a target be; its policies and scheduled actions go with it. Throws `not-found`. */
export async function deregisterScalableTarget(target: AwsTarget, request: DeregisterTargetRequest): Promise<void> {
  try {
    await autoScalingClient(target).send(new DeregisterScalableTargetCommand(request));
  } catch (cause) {
    throw toAppError(cause);
  }
}

/** What is registered to scale an endpoint's variants, by the names of the variants. */
export async function describeScaledVariants(
  target: AwsTarget,
  endpoint: string,
  variants: readonly string[],
): Promise<ScaledVariant[]> {
  const idOf = (variant: string) => `endpoint/${endpoint}/variant/${variant}`;
  // Without ids AWS answers with every target of the account.
  if (variants.length === 0) return [];
  try {
    const out = await autoScalingClient(target).send(
      new DescribeScalableTargetsCommand({ ServiceNamespace: "sagemaker", ResourceIds: variants.map(idOf) }),
    );
    return variants.flatMap((variant) =>
      (out.ScalableTargets ?? [])
        .filter(({ ResourceId }) => ResourceId === idOf(variant))
        .map(({ MinCapacity = 0, MaxCapacity = 0, ScalableDimension = "" }) => ({
          variant,
          min: MinCapacity,
          max: MaxCapacity,
          resourceId: idOf(variant),
          dimension: ScalableDimension,
        })),
    );
  } catch (cause) {
    throw toAppError(cause);
  }
}

function toTargetView(registered: ScalableTarget): TargetView {
  const suspended = registered.SuspendedState;
  return {
    resourceId: registered.ResourceId ?? "",
    dimension: registered.ScalableDimension ?? "",
    min: registered.MinCapacity ?? 0,
    max: registered.MaxCapacity ?? 0,
    suspended: {
      scaleIn: suspended?.DynamicScalingInSuspended ?? false,
      scaleOut: suspended?.DynamicScalingOutSuspended ?? false,
      scheduled: suspended?.ScheduledScalingSuspended ?? false,
    },
    createdAt: registered.CreationTime?.toISOString() ?? null,
  };
}
