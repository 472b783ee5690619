import "server-only";
import { ModelError } from "@aws-sdk/client-sagemaker-runtime";

import { AppError } from "@/lib/errors";
import { readModelError } from "@/lib/inference/model-error";

import { toAppError } from "../errors";

/** What a call to an endpoint that gave no answer is told as; `signal` is the caller's own. */
export function runtimeError(name: string, cause: unknown, signal: AbortSignal): AppError {
  if (signal.aborted) return new AppError("unavailable", "The call was cancelled.");
  return cause instanceof ModelError ? containerRefusal(cause) : invocationError(name, cause);
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

/** The runtime's own refusals, before any container saw the request; AWS's words are kept under what they mean. */
function invocationError(name: string, cause: unknown): AppError {
  const error = toAppError(cause);
  const { awsCode, requestId } = error.problem;
  const told = { awsCode, requestId, detail: { awsMessage: error.message } };
  if (/^Endpoint .* not found/i.test(error.message)) {
    return new AppError("not-found", `The endpoint ${name} is not in service.`, {
      hint: "It may still be starting, or be deleted. Look at its status and try again when it says InService.",
      ...told,
    });
  }
  if (/^Inference Component has no capacity/i.test(error.message)) {
    return new AppError("unavailable", "The component has zero copies, so nothing could answer this call.", {
      hint: "Where a policy wakes it from zero, this call asks for a copy: run it again in a minute or two. Otherwise set its copies on the endpoint's Components tab.",
      ...told,
    });
  }
  if (/oversize body/i.test(error.message)) {
    return new AppError("too-large", "The input is larger than this endpoint takes.", {
      hint: "Real-time endpoints take 25 MB, serverless ones 4 MB. Send a smaller input, or use an async endpoint.",
      ...told,
    });
  }
  if (awsCode === "ThrottlingException") {
    return new AppError("throttled", `SageMaker refused the call: ${error.message.replace(/\.?$/, ".")}`, {
      hint: "More calls at once than the endpoint takes: a serverless one takes MaxConcurrency. Wait for the others and run again.",
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
