import { z } from "zod";

/** The starts of environments that CloudWatch has for a minute. */
export type SetupTimes = { shortestMs: number; longestMs: number } | null;

/** When a call to a serverless variant began and how long SageMaker took for it. */
export const SetupInput = z.object({
  variant: z.string().min(1).max(63),
  at: z.iso.datetime(),
  ms: z.coerce.number<number | string>().min(0).max(600_000),
});
export type SetupInput = z.output<typeof SetupInput>;

export type ColdStart =
  /** A start in this minute that this call may have waited for: as long as it took, or shorter. */
  | { kind: "waited"; setupMs: number }
  /** There was a start in this minute, and this call was over sooner: another call waited for it. */
  | { kind: "of-another"; setupMs: number }
  /** CloudWatch has none, or not yet. */
  | { kind: "none" };

/**
 * Whether a call waited for a cold start, as far as it can be told: SageMaker says so of no single call, and
 * CloudWatch has the times of starts (ModelSetupTime) for each minute.
 */
export function coldStartOf(times: SetupTimes, endpointMs: number): ColdStart {
  if (!times) return { kind: "none" };
  if (times.shortestMs > endpointMs) return { kind: "of-another", setupMs: times.shortestMs };
  return { kind: "waited", setupMs: times.longestMs <= endpointMs ? times.longestMs : times.shortestMs };
}
