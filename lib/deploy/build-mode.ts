import { buildAsyncConfig } from "@/lib/async/build-config";
import type { AsyncInferenceConfig } from "@/lib/async/view";
import { putTargetTracking, registerTarget } from "@/lib/scaling/variant-requests";

import type { ModeInput } from "./mode-fields";
import type { DeployNames } from "./names";
import type { DeployRequests, ServerlessConfig } from "./view";

/** The waits of sample notebook 16: a queue that was just emptied may fill again. */
const SCALE_IN_COOLDOWN_SECONDS = 600;
const SCALE_OUT_COOLDOWN_SECONDS = 300;

/** `failureUri`: where failures go when the form does not say. */
export function asyncConfig(input: ModeInput, failureUri = ""): AsyncInferenceConfig {
  return buildAsyncConfig({
    outputUri: input.asyncOutputUri,
    failureUri: input.asyncFailureUri || failureUri,
    maxConcurrent: input.asyncMaxConcurrent ? Number(input.asyncMaxConcurrent) : null,
    kmsKeyId: input.asyncKmsKeyId || null,
    successTopic: input.asyncSuccessTopic || null,
    errorTopic: input.asyncErrorTopic || null,
  });
}

export function serverlessConfig(input: ModeInput): ServerlessConfig {
  return {
    MemorySizeInMB: input.serverlessMemoryMb,
    MaxConcurrency: input.serverlessMaxConcurrency,
    ...(input.serverlessProvisioned && { ProvisionedConcurrency: Number(input.serverlessProvisioned) }),
  };
}

/** The two calls that let an asynchronous endpoint go down to no instance and come back (sample notebook 16). */
export function scalingOf(
  input: ModeInput & { variantName: string },
  { names }: { names: DeployNames },
): Pick<DeployRequests, "scaling"> {
  if (input.mode !== "async" || !input.scaleFromZero) return {};
  const variant = { endpointName: names.endpoint, variantName: input.variantName };
  return {
    scaling: {
      target: registerTarget(variant, { minCapacity: 0, maxCapacity: Number(input.scaleMaxInstances) }),
      policy: putTargetTracking(variant, {
        metric: "backlog-per-instance",
        target: Number(input.scaleBacklogTarget),
        scaleInCooldownSeconds: SCALE_IN_COOLDOWN_SECONDS,
        scaleOutCooldownSeconds: SCALE_OUT_COOLDOWN_SECONDS,
      }),
    },
  };
}
