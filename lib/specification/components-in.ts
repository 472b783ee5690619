import type { AwsCall } from "./view";

/** The names of the inference components that these calls make. */
export function componentsIn(calls: readonly AwsCall[]): string[] {
  return calls
    .filter(({ operation }) => operation === "CreateInferenceComponent")
    .map(({ input }) => String(input.InferenceComponentName));
}
