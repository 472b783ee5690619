import type { CallOptions } from "@/lib/inference/call-options";

/** What a call tells SageMaker beside the request, in the words of its API; what is empty is left out. */
export function invocationOptions(options: CallOptions | undefined) {
  return {
    TargetVariant: options?.targetVariant || undefined,
    CustomAttributes: options?.customAttributes || undefined,
    InferenceId: options?.inferenceId || undefined,
    InferenceComponentName: options?.inferenceComponent || undefined,
  };
}
