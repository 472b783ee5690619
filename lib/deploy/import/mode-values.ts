import { EMPTY_MODE, MEMORY_SIZES_MB, type ModeValues } from "@/lib/deploy/mode-fields";

import { digitsOf, numberOf, objectOf, textOf } from "./members";
import type { ImportedParts, JsonObject } from "./view";

/** The fields of the mode that the parts ask for; other modes keep what is picked most. */
export function modeValues(
  { config, target, policy }: ImportedParts,
  variant: JsonObject,
  notes: string[],
): ModeValues {
  const serverless = objectOf(variant.ServerlessConfig);
  if (serverless) {
    const memory = MEMORY_SIZES_MB.find((size) => size === serverless.MemorySizeInMB);
    return {
      ...EMPTY_MODE,
      mode: "serverless",
      serverlessMemoryMb: memory ?? EMPTY_MODE.serverlessMemoryMb,
      serverlessMaxConcurrency: numberOf(serverless.MaxConcurrency) ?? EMPTY_MODE.serverlessMaxConcurrency,
      serverlessProvisioned: digitsOf(serverless.ProvisionedConcurrency),
    };
  }
  const asynchronous = objectOf(config?.AsyncInferenceConfig);
  if (!asynchronous) {
    if (target) notes.push("Its scaling is not part of this form: add it on the endpoint's Scaling tab.");
    return EMPTY_MODE;
  }
  const output = objectOf(asynchronous.OutputConfig);
  const topics = objectOf(output?.NotificationConfig);
  const tracking = objectOf(policy?.TargetTrackingScalingPolicyConfiguration);
  return {
    ...EMPTY_MODE,
    mode: "async",
    asyncOutputUri: textOf(output?.S3OutputPath),
    asyncFailureUri: textOf(output?.S3FailurePath),
    asyncKmsKeyId: textOf(output?.KmsKeyId),
    asyncSuccessTopic: textOf(topics?.SuccessTopic),
    asyncErrorTopic: textOf(topics?.ErrorTopic),
    asyncMaxConcurrent: digitsOf(objectOf(asynchronous.ClientConfig)?.MaxConcurrentInvocationsPerInstance),
    scaleFromZero: target?.MinCapacity === 0,
    ...(target && { scaleMaxInstances: digitsOf(target.MaxCapacity) }),
    ...(tracking && { scaleBacklogTarget: digitsOf(tracking.TargetValue) }),
  };
}
