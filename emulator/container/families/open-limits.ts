import type { ServerLimits } from "../contract/server-limits.ts";

/** Limits of servers that batch what comes: no workers to wait for, no limit to answers, and SageMaker's own time. */
export function openLimits(queueSize: number, maxRequestBytes: number = Number.POSITIVE_INFINITY): ServerLimits {
  return {
    maxRequestBytes,
    maxResponseBytes: Number.POSITIVE_INFINITY,
    queueSize,
    workers: null,
    responseTimeoutMs: Number.POSITIVE_INFINITY,
  };
}
