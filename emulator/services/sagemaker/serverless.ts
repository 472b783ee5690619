import { validation } from "../../protocol/fault.ts";
import type { ServerlessConfig } from "./variant.ts";

const MEMORY_SIZES_MB = [1024, 2048, 3072, 4096, 5120, 6144];

/** Rules of SageMaker's guide that its API model does not hold. */
export function checkServerless(variantName: string, config: ServerlessConfig): void {
  const { MemorySizeInMB, MaxConcurrency, ProvisionedConcurrency } = config;
  if (!MEMORY_SIZES_MB.includes(MemorySizeInMB)) {
    throw validation(
      `MemorySizeInMB of the variant "${variantName}" must be one of ${MEMORY_SIZES_MB.join(", ")}; it is ${MemorySizeInMB}.`,
    );
  }
  if (ProvisionedConcurrency !== undefined && ProvisionedConcurrency > MaxConcurrency) {
    throw validation(
      `ProvisionedConcurrency of the variant "${variantName}" must be less than or equal to MaxConcurrency.`,
    );
  }
}

/** Serverless environments have no GPU, and images that are built for one do not start. */
export function checkServerlessImage(image: string): void {
  if (/-gpu-|-cu\d{3}|-neuronx?-/.test(image)) {
    throw validation(`The image ${image} is made for an accelerator, which serverless inference does not have.`);
  }
}
