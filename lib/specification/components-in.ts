import type { AwsCall } from "./view";

/** Whether a call makes an adapter: it is loaded into another component, which must be in service before. */
export function makesAdapter({ input }: { input: object }): boolean {
  if (!("Specification" in input)) return false;
  return (
    (input.Specification as { BaseInferenceComponentName?: string } | undefined)?.BaseInferenceComponentName !==
    undefined
  );
}

/** The names of the inference components that these calls make. */
export function componentsIn(calls: readonly AwsCall[]): string[] {
  return calls
    .filter(({ operation }) => operation === "CreateInferenceComponent")
    .map(({ input }) => String(input.InferenceComponentName));
}
