import "server-only";
import { InvokeEndpointCommand } from "@aws-sdk/client-sagemaker-runtime";

import { AppError } from "@/lib/errors";
import type { CallOptions } from "@/lib/inference/call-options";
import { MAX_ANSWER_MS } from "@/lib/inference/limits";

import { type AwsTarget, runtimeClient } from "../client";
import { invocationOptions } from "./invocation-options";
import { runtimeError } from "./runtime-error";

export type Invocation = {
  body: Uint8Array;
  contentType: string;
  accept: string;
  options?: CallOptions;
  /** Aborts the call to AWS as well. */
  signal: AbortSignal;
};

export type InvocationAnswer = {
  body: Uint8Array;
  contentType: string;
  variant: string | null;
  requestId: string | null;
  customAttributes: string | null;
  /** From sending the request to having the whole answer, as the console's server saw it. */
  latencyMs: number;
};

/** Sends one request to an endpoint's container and gives back its answer as it came. */
export async function invokeEndpoint(target: AwsTarget, name: string, call: Invocation): Promise<InvocationAnswer> {
  const startedAt = performance.now();
  // SageMaker gives up after a minute; a little more lets its own answer arrive first.
  const deadline = AbortSignal.timeout(MAX_ANSWER_MS + 5_000);
  try {
    const out = await runtimeClient(target).send(
      new InvokeEndpointCommand({
        EndpointName: name,
        Body: call.body,
        ContentType: call.contentType,
        Accept: call.accept,
        ...invocationOptions(call.options),
      }),
      { abortSignal: AbortSignal.any([call.signal, deadline]) },
    );
    return {
      body: out.Body ?? new Uint8Array(),
      contentType: out.ContentType ?? "application/octet-stream",
      variant: out.InvokedProductionVariant ?? null,
      requestId: out.$metadata.requestId ?? null,
      customAttributes: out.CustomAttributes ?? null,
      latencyMs: performance.now() - startedAt,
    };
  } catch (cause) {
    if (deadline.aborted) throw timedOut();
    throw runtimeError(name, cause, call.signal);
  }
}

function timedOut(): AppError {
  return new AppError("unavailable", "The endpoint gave no answer within 60 seconds.", {
    hint: "Ask for less (fewer new tokens, a shorter text), or deploy on a faster instance or as an async endpoint.",
  });
}
