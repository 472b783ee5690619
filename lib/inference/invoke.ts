import { AppError } from "@/lib/errors";
import { problemOf } from "@/lib/http/get-json";
import { callHeaders } from "@/lib/playground/schema";
import { workspaceApi } from "@/lib/routes";

import { type CallOptions, NO_OPTIONS, optionHeaders } from "./call-options";
import type { AnswerFacts } from "./chat/conversation";
import { bodyBytes, type InferenceRequest } from "./request";

/** A container's answer and what is known about the call. */
export type Answer = {
  body: string;
  contentType: string;
  bytesIn: number;
  bytesOut: number;
  /** From pressing the button to having the answer, in the browser; null for a call of the past. */
  roundTripMs: number | null;
  /** The part between the console's server and the endpoint's answer: SageMaker and the model. */
  endpointMs: number | null;
  variant: string | null;
  requestId: string | null;
  /** When the console's server sent it; left out where that was not told. */
  calledAt?: string | undefined;
  /** How it came, where it came piece by piece. */
  stream?: AnswerFacts;
};

type Call = {
  workspace: string;
  endpoint: string;
  /** Only this variant shall answer; left out, SageMaker picks one. */
  variant?: string | null;
  /** What else SageMaker is told; a variant given above wins over the one in here. */
  options?: CallOptions;
  request: InferenceRequest;
  /** For the history: see `newCallId`. */
  id: string;
  task: string | null;
  signal?: AbortSignal;
};

/** Sends one request through the console to an endpoint; throws an `AppError`, or an AbortError when cancelled. */
export async function invoke({
  workspace,
  endpoint,
  variant,
  options = NO_OPTIONS,
  request,
  id,
  task,
  signal,
}: Call): Promise<Answer> {
  const startedAt = performance.now();
  const response = await fetch(workspaceApi(workspace, `/endpoints/${encodeURIComponent(endpoint)}/invocations`), {
    method: "POST",
    body: request.body,
    headers: {
      "content-type": request.contentType,
      accept: request.accept,
      ...callHeaders(id, task),
      ...optionHeaders(variant ? { ...options, targetVariant: variant } : options),
    },
    signal,
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new AppError("unavailable", "The console could not be reached.", {
      hint: "Check that it is still running and that you are online, then try again.",
    });
  });
  if (!response.ok) throw await problemOf(response);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    body: new TextDecoder().decode(bytes),
    contentType: response.headers.get("content-type") ?? "",
    bytesIn: bodyBytes(request.body),
    bytesOut: bytes.byteLength,
    roundTripMs: performance.now() - startedAt,
    endpointMs: Number(response.headers.get("x-latency-ms")) || null,
    variant: response.headers.get("x-invoked-variant") || null,
    requestId: response.headers.get("x-request-id") || null,
    calledAt: response.headers.get("x-called-at") || undefined,
  };
}
