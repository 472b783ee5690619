/** What a real-time endpoint takes and gives at most (Model Hosting FAQs). */
export const MAX_BODY_BYTES = 25 * 1024 * 1024;

/** How long SageMaker waits for a container's answer. */
export const MAX_ANSWER_MS = 60_000;

/** And for one that comes in pieces (Model Hosting FAQs). */
export const MAX_STREAM_MS = 480_000;

/** Why a body of so many bytes cannot be sent to a real-time endpoint; null when it can. */
export function tooLarge(bytes: number): string | null {
  if (bytes <= MAX_BODY_BYTES) return null;
  return `The input is ${megabytes(bytes)}. A real-time endpoint takes at most ${megabytes(MAX_BODY_BYTES)}.`;
}

/** In the unit that AWS states its limits in, rounded up. */
export function megabytes(bytes: number): string {
  return `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;
}
