import { AppError, type Problem } from "./errors";

/** What to show for anything a boundary caught. Errors from the server reach the browser with only a digest. */
export function problemIn(error: unknown): Problem {
  if (error instanceof AppError) return error.problem;
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return {
    code: "unexpected",
    message: "Something went wrong while this was loading.",
    hint: digest
      ? `Try again. If it stays, the console's log has the details under reference ${digest}.`
      : "Try again. If it stays, the console's log has the details.",
  };
}
