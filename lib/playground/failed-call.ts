import "server-only";
import { toAppError } from "@/lib/aws/errors";
import { AppError } from "@/lib/errors";

/** A failed call as its page needs it: with the server's time of its beginning and end, to find its log lines by. */
export function failedCall(cause: unknown, startedAt: Date): AppError {
  const { code, message, ...more } = toAppError(cause).problem;
  const span = { from: startedAt.toISOString(), to: new Date().toISOString() };
  return new AppError(code, message, { ...more, detail: { ...more.detail, span } });
}
