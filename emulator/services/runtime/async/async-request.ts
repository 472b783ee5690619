/** Where a request's payload lies. */
export type AsyncInput = { type: "s3"; location: string } | { type: "inline" };

/** A request that was accepted and has not ended. Times are epoch milliseconds of the emulator's clock. */
export type AsyncRequest = {
  inferenceId: string;
  region: string;
  endpointName: string;
  variantName: string;
  input: AsyncInput;
  contentType: string | null;
  accept: string | null;
  customAttributes: string | null;
  outputLocation: string;
  failureLocation: string | null;
  receivedAt: number;
  /** Longest stay in the queue. */
  ttlMs: number;
  /** Longest work of the container. */
  timeoutMs: number;
};

/** SageMaker's defaults: 6 hours in the queue, 15 minutes in the container. */
export const DEFAULT_TTL_SECONDS = 21_600;
export const DEFAULT_TIMEOUT_SECONDS = 900;
