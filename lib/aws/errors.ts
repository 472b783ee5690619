import "server-only";
import { AppError, type ErrorCode } from "@/lib/errors";

type ServiceFailure = Error & { $metadata?: { requestId?: string; httpStatusCode?: number } };

const CODES: Record<string, ErrorCode> = {
  AccessDenied: "forbidden",
  AccessDeniedException: "forbidden",
  // Not "unauthenticated": the person is signed in, it is the console that AWS does not let in.
  ExpiredToken: "forbidden",
  ExpiredTokenException: "forbidden",
  CredentialsProviderError: "unavailable",
  ObjectNotFoundException: "not-found",
  ConcurrentUpdateException: "conflict",
  LimitExceededException: "quota",
  ResourceInUse: "conflict",
  ResourceLimitExceeded: "quota",
  ResourceNotFound: "not-found",
  ResourceNotFoundException: "not-found",
  PreconditionFailed: "conflict",
  NoSuchUpload: "not-found",
  NoSuchKey: "not-found",
  NoSuchBucket: "not-found",
  NotFound: "not-found",
  ThrottlingException: "throttled",
  Throttling: "throttled",
  ValidationException: "invalid",
  ValidationError: "invalid",
  ModelNotReadyException: "throttled",
  ModelError: "invalid",
};

const HINTS: Partial<Record<string, string>> = {
  CredentialsProviderError: "Give the console AWS credentials (environment, profile or instance role) and restart it.",
  ExpiredTokenException: "The console's AWS credentials have expired. Renew them and try again.",
  AccessDenied: "Ask whoever manages this account to allow the action; the README lists the policy.",
  AccessDeniedException: "Ask whoever manages this account to allow the action; the README lists the policy.",
  ThrottlingException: "AWS is limiting the rate of calls. Wait a few seconds and try again.",
};

// SageMaker answers a missing resource with ValidationException, not ResourceNotFound; training jobs have words of their own.
const MISSING = /^(Could not find |Requested resource not found)/;
const EXISTING = /^Cannot create already existing /;
const NETWORK = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE", "TimeoutError"]);

/** Turns anything thrown into an `AppError` that keeps AWS's words and request id. */
export function toAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  if (!(cause instanceof Error)) return unexpected();

  const failure = cause as ServiceFailure & { code?: string };
  if (NETWORK.has(failure.code ?? "") || NETWORK.has(failure.name)) {
    return new AppError("unavailable", "AWS could not be reached.", {
      hint: "Check the network and the workspace's endpoint URL, then try again.",
      awsCode: failure.code ?? failure.name,
    });
  }
  if (!failure.$metadata && !(failure.name in CODES)) {
    // Not AWS's: a fault of ours. The server log keeps it; the page gets no internals.
    console.error(failure);
    return unexpected();
  }
  const code = awsErrorCode(failure);
  // No `cause`: an SDK error carries the whole HTTP exchange, signed headers included, and loggers print it.
  return new AppError(code, failure.message, {
    awsCode: failure.name,
    requestId: failure.$metadata?.requestId,
    hint: HINTS[failure.name],
  });
}

function awsErrorCode(failure: ServiceFailure): ErrorCode {
  if (MISSING.test(failure.message)) return "not-found";
  if (EXISTING.test(failure.message)) return "conflict";
  return CODES[failure.name] ?? ((failure.$metadata?.httpStatusCode ?? 500) < 500 ? "invalid" : "unavailable");
}

function unexpected(): AppError {
  return new AppError("unexpected", "Something went wrong in the console.", {
    hint: "Try again. If it stays, the console's own log has the details.",
  });
}
