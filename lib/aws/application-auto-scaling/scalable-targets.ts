import "server-only";
import {
  DescribeScalableTargetsCommand,
  RegisterScalableTargetCommand,
} from "@aws-sdk/client-application-auto-scaling";

import type { ScaledVariant } from "@/lib/endpoints/deletion-view";
import type { RegisterScalableTargetRequest } from "@/lib/scaling/view";

import { type AwsTarget, autoScalingClient } from "../client";
import { toAppError } from "../errors";

/** Registers what may be scaled, or changes how far. */
export async function registerScalableTarget(target: AwsTarget, request: RegisterScalableTargetRequest): Promise<void> {
  try {
    await autoScalingClient(target).send(new RegisterScalableTargetCommand(request));
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
        .map(({ MinCapacity = 0, MaxCapacity = 0 }) => ({ variant, min: MinCapacity, max: MaxCapacity })),
    );
  } catch (cause) {
    throw toAppError(cause);
  }
}
