import type { AsyncInferenceConfig } from "../../sagemaker/endpoint-config.ts";

/** SageMaker says that it chooses "an optimal value" where none is given; this is the emulator's choice. */
const DEFAULT_CONCURRENT_PER_INSTANCE = 4;

/** How many requests one instance works on at once. */
export function concurrentPerInstance(config: AsyncInferenceConfig): number {
  return config.ClientConfig?.MaxConcurrentInvocationsPerInstance ?? DEFAULT_CONCURRENT_PER_INSTANCE;
}
