export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "invalid"
  | "too-large"
  | "quota"
  | "throttled"
  | "unavailable"
  | "unexpected";

export type FieldErrors = Record<string, string[] | undefined>;

/** What an `AppError` becomes when it crosses to the browser: plain JSON, no stack, no cause. */
export type Problem = {
  code: ErrorCode;
  message: string;
  /** What the person can do next, one sentence. */
  hint?: string;
  /** AWS's own name for the failure, for example `ValidationException`. */
  awsCode?: string;
  /** AWS's request id, to hand to AWS support. */
  requestId?: string;
  fieldErrors?: FieldErrors;
  /** Facts that a page draws: for example the container's status and message behind a ModelError. */
  detail?: Record<string, unknown>;
};

/** A failure whose message is written for the person using the console. It never carries a `cause`: see lib/aws/errors. */
export class AppError extends Error {
  readonly problem: Problem;

  constructor(code: ErrorCode, message: string, more: Omit<Problem, "code" | "message"> = {}) {
    super(message);
    this.name = "AppError";
    this.problem = { code, message, ...more };
  }

  get code(): ErrorCode {
    return this.problem.code;
  }
}
