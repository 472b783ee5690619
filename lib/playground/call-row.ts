import type { Answer } from "@/lib/inference/invoke";
import { bodyBytes, type InferenceRequest } from "@/lib/inference/request";
import { hideTokens } from "@/lib/secrets/hide-tokens";

import { callTitle } from "./call-title";
import type { CallRow } from "./view";

type Made = Pick<CallRow, "id" | "endpoint" | "task"> & {
  at: Date;
  request: InferenceRequest;
  answer: Answer | null;
  /** In a sentence. */
  problem: string | null;
};

/** The row of the history that the server writes for a call, before it was asked for it. */
export function callRow({ at, request, answer, problem, ...call }: Made): CallRow {
  const { body, contentType } = request;
  const text = typeof body === "string" ? hideTokens(body) : null;
  return {
    ...call,
    at: answer?.calledAt ?? at.toISOString(),
    variant: answer?.variant ?? null,
    title: callTitle({ contentType, bytes: bodyBytes(body), text }),
    latencyMs: answer?.endpointMs ?? null,
    requestId: answer?.requestId ?? null,
    problem: problem && hideTokens(problem),
  };
}

/** Calls that are looked for: by an endpoint (null: any) and by words of what was sent, asked or went wrong. */
export function filterCalls(calls: readonly CallRow[], endpoint: string | null, search: string): CallRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return calls.filter((call) => {
    if (endpoint !== null && call.endpoint !== endpoint) return false;
    const text = [call.title, call.endpoint, call.task, call.variant, call.problem].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
