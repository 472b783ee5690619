"use client";

import type { Problem } from "@/lib/errors";

import { InvocationError } from "../invocation-error";

type Props = { problem: Problem; isPartial: boolean; endpointName: string; onRetry?: (() => void) | undefined };

/** What broke an answer off; what had come of it stays above. */
export function FailedAnswer({ problem, isPartial, endpointName, onRetry }: Props) {
  const hint = [isPartial ? "What came before it is kept." : null, problem.hint].filter(Boolean).join(" ");
  return <InvocationError problem={{ ...problem, hint }} endpointName={endpointName} onRetry={onRetry} />;
}
