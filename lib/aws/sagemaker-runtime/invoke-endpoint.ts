import "server-only";
import { InvokeEndpointCommand, ModelError } from "@aws-sdk/client-sagemaker-runtime";

import { AppError } from "@/lib/errors";
import { MAX_ANSWER_MS } from "@/lib/inference/limits";
import { readModelError } from "@/lib/inference/model-error";

import { type AwsTarget, runtimeClient } from "../client";
import { toAppError } from "../errors";

export type Invocation = {
  body: Uint8Array;
  contentType: string;
  accept: string;
  targetVariant?: string;
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
        TargetVariant: call.targetVariant,
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
    if (call.signal.aborted) throw new AppError("unavailable", "The call was cancelled.");
    if (cause instanceof ModelError) throw containerRefusal(cause);
    throw invocationError(name, cause);
  }
}

function containerRefusal(error: ModelError): AppError {
  const failure = readModelError({
    status: error.OriginalStatusCode,
    originalMessage: error.OriginalMessage,
    message: error.Message ?? error.message,
  });
  const isClientFault = failure.status !== null && failure.status >= 400 && failure.status < 500;
  return new AppError(isClientFault ? "invalid" : "unavailable", failure.explanation, {
    hint: failure.hint,
    awsCode: "ModelError",
    requestId: error.$metadata.requestId,
    detail: { container: failure, logStreamArn: error.LogStreamArn ?? null },
  });
}

function timedOut(): AppError {
  return new AppError("unavailable", "The endpoint gave no answer within 60 seconds.", {
    hint: "Ask for less (fewer new tokens, a shorter text), or deploy on a faster instance or as an async endpoint.",
  });
}

/** The runtime's own refusals, before any container saw the request. */
function invocationError(name: string, cause: unknown): AppError {
  const error = toAppError(cause);
  const { awsCode, requestId } = error.problem;
  if (/^Endpoint .* not found/i.test(error.message)) {
    return new AppError("not-found", `The endpoint ${name} is not in service.`, {
      hint: "It may still be starting, or be deleted. Look at its status and try again when it says InService.",
      awsCode,
      requestId,
    });
  }
  if (/oversize body/i.test(error.message)) {
    return new AppError("too-large", "The input is larger than this endpoint takes.", {
      hint: "Real-time endpoints take 25 MB, serverless ones 4 MB. Send a smaller input, or use an async endpoint.",
      awsCode,
      requestId,
    });
  }
  // AWS sends a null message when too many calls run at once.
  if (awsCode === "ModelNotReadyException" || /^(UnknownError|null|)$/.test(error.message)) {
    return new AppError("throttled", "The endpoint cannot take the call at this moment.", {
      hint: "Its model is still loading, or too many calls run at once. Wait a few seconds and run again.",
      awsCode,
      requestId,
    });
  }
  return error;
}
