import "server-only";
import {
  InternalStreamFailure,
  InvokeEndpointWithResponseStreamCommand,
  type InvokeEndpointWithResponseStreamCommandOutput,
  ModelStreamError,
} from "@aws-sdk/client-sagemaker-runtime";

import { AppError } from "@/lib/errors";
import { MAX_STREAM_MS } from "@/lib/inference/limits";

import { type AwsTarget, streamingRuntimeClient } from "../client";
import { invocationOptions } from "./invocation-options";
import type { Invocation } from "./invoke-endpoint";
import { runtimeError } from "./runtime-error";

export type StreamedAnswer = {
  contentType: string;
  variant: string | null;
  requestId: string | null;
  /** The container's bytes as they come; throws an `AppError` when they break off. Leaving the loop ends the call. */
  parts: AsyncGenerator<Uint8Array, void>;
};

/** Sends one request to an endpoint's container and hands on its answer piece by piece, for 8 minutes at most. */
export async function invokeEndpointStream(target: AwsTarget, name: string, call: Invocation): Promise<StreamedAnswer> {
  // SageMaker's own word of its limit arrives first.
  const deadline = AbortSignal.timeout(MAX_STREAM_MS + 5_000);
  const left = new AbortController();
  let requestId: string | null = null;
  const toError = (cause: unknown): AppError => {
    if (deadline.aborted) return timedOut(requestId);
    // Told first: a call that is taken back looks like a connection that was cut.
    if (call.signal.aborted) return runtimeError(name, cause, call.signal);
    return streamBroken(cause, requestId) ?? runtimeError(name, cause, call.signal);
  };
  try {
    const out = await streamingRuntimeClient(target).send(
      new InvokeEndpointWithResponseStreamCommand({
        EndpointName: name,
        Body: call.body,
        ContentType: call.contentType,
        Accept: call.accept,
        ...invocationOptions(call.options),
      }),
      { abortSignal: AbortSignal.any([call.signal, deadline, left.signal]) },
    );
    requestId = out.$metadata.requestId ?? null;
    return {
      contentType: out.ContentType ?? "application/octet-stream",
      variant: out.InvokedProductionVariant ?? null,
      requestId,
      parts: readParts(out.Body, toError, left),
    };
  } catch (cause) {
    throw toError(cause);
  }
}

async function* readParts(
  body: InvokeEndpointWithResponseStreamCommandOutput["Body"],
  toError: (cause: unknown) => AppError,
  left: AbortController,
): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const event of body ?? []) {
      if (event.PayloadPart?.Bytes) yield event.PayloadPart.Bytes;
    }
  } catch (cause) {
    throw toError(cause);
  } finally {
    // Nobody reads on: without it the container's answer would be received to its end.
    left.abort();
  }
}

/**
 * How an answer that had begun is told to have ended early; null: it is no failure of that kind. Errors inside a stream
 * carry no request id of their own.
 */
function streamBroken(cause: unknown, requestId: string | null): AppError | null {
  const ids = (error: Error) => ({ awsCode: error.name, requestId: requestId ?? undefined });
  if (cause instanceof ModelStreamError) {
    const { ErrorCode: type = null, message } = cause;
    if (type === "ModelInvocationTimeExceeded") return timedOut(requestId);
    return new AppError("unavailable", "The container broke off its answer.", {
      ...ids(cause),
      hint: "Its log says why. Run it again; if it breaks off each time, ask for a shorter answer.",
      detail: message ? { container: { status: null, type, message } } : {},
    });
  }
  if (cause instanceof InternalStreamFailure) {
    return new AppError("unavailable", "SageMaker lost the answer on its way.", {
      ...ids(cause),
      hint: "Run it again.",
    });
  }
  // A connection that is cut: between two frames the bytes just end, within one the reader stumbles.
  const { code, message } = cause as { code?: string; message?: string };
  if (requestId === null || (code !== "ECONNRESET" && !/aborted|Truncated event/i.test(message ?? ""))) return null;
  return new AppError("unavailable", "The connection to the endpoint was cut.", { hint: "Run it again.", requestId });
}

function timedOut(requestId: string | null): AppError {
  return new AppError("unavailable", "The answer took longer than the 8 minutes that SageMaker gives a stream.", {
    hint: "Ask for fewer new tokens, or deploy on a faster instance.",
    requestId: requestId ?? undefined,
  });
}
