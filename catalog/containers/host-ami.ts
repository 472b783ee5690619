import type { Container } from "./schema";

/** The values of InferenceAmiVersion in SageMaker's service model. */
export const HOST_AMIS = [
  "al2023-ami-sagemaker-inference-gpu-4-1",
  "al2-ami-sagemaker-inference-gpu-3-1",
  "al2-ami-sagemaker-inference-gpu-2-1",
  "al2-ami-sagemaker-inference-gpu-2",
  "al2-ami-sagemaker-inference-neuron-2",
] as const;

export type HostAmi = { inferenceAmiVersion: string; reason: string };

/**
 * The host image that an endpoint must ask for (InferenceAmiVersion), or null when SageMaker's own default serves.
 * AWS says so for its CUDA 13 inference images; that it holds for Hugging Face's too is our reading.
 */
export function hostAmiOf(container: Container): HostAmi | null {
  if (container.use !== "inference" || !/-cu13\d-/.test(container.tag)) return null;
  return {
    inferenceAmiVersion: "al2023-ami-sagemaker-inference-gpu-4-1",
    reason: "CUDA 13 needs a newer NVIDIA driver than SageMaker's default host has.",
  };
}

/** The CUDA version that an image's tag names, for example 12.4; null: it names none. */
export function cudaOf(container: Container): string | null {
  const [, major, minor] = /-cu(\d{2})(\d)(?:-|$)/.exec(container.tag) ?? [];
  return major && minor ? `${major}.${minor}` : null;
}

/**
 * Why a GPU image's container never starts on a host image ("" for SageMaker's default), without a line of log; null: it
 * does. CUDA 13 needs its own host image, and CUDA 12.9 does not start there
 * (https://github.com/aws/deep-learning-containers/pull/6187).
 */
export function hostMisfit(container: Container, asked: string): string | null {
  if (container.device !== "gpu") return null;
  const needed = hostAmiOf(container);
  if (needed) return needed.inferenceAmiVersion === asked ? null : needed.reason;
  return cudaOf(container) === "12.9" && asked === "al2023-ami-sagemaker-inference-gpu-4-1"
    ? "CUDA 12.9 does not start on the host for CUDA 13."
    : null;
}
