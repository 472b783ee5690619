import { hostAmiOf } from "@/catalog/containers/host-ami";
import { parseImageUri } from "@/catalog/containers/image-uri";
import type { FailureRule } from "@/catalog/failures/schema";
import { failureRule } from "@/catalog/failures/select";

/** An endpoint whose containers have written nothing. */
export type Silence = {
  /** Since it began to be created, milliseconds; null once it has failed. */
  forMs: number | null;
  image: string | null;
  instanceType: string | null;
  /** What the variant asked for; null: SageMaker's default. */
  inferenceAmiVersion: string | null;
};

/** Most endpoints write their first line within a few minutes: the image is pulled, the container starts. */
export const LONG_SILENCE_MS = 10 * 60_000;

/** What a long silence is known to mean; null while it is too early, or where nothing fits. */
export function silenceRule({ forMs, image, instanceType, inferenceAmiVersion }: Silence): FailureRule | null {
  if (forMs !== null && forMs < LONG_SILENCE_MS) return null;
  if (/^ml\.(inf|trn)\d/.test(instanceType ?? "")) return failureRule("neuron-capacity");
  const parsed = parseImageUri(image ?? "");
  const host = parsed.ok ? hostAmiOf(parsed.container) : null;
  const isMismatch =
    parsed.ok && parsed.container.device === "gpu" && (host?.inferenceAmiVersion ?? null) !== inferenceAmiVersion;
  return isMismatch ? failureRule("ami-mismatch-silent") : null;
}
