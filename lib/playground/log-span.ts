import type { Problem } from "@/lib/errors";
import type { ContainerFailure } from "@/lib/inference/model-error";
import { logLevel } from "@/lib/logs/log-text";
import type { LogEvent } from "@/lib/logs/view";

const BEFORE_MS = 1_000;
const AFTER_MS = 5_000;

/** When to look for a failed call's log lines: from a second before it began to a few after it ended; null: not known. */
export function logSpanOf(problem: Problem): { from: string; to: string } | null {
  const span = problem.detail?.span as { from: string; to: string } | undefined;
  if (!span) return null;
  const moved = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();
  return { from: moved(span.from, -BEFORE_MS), to: moved(span.to, AFTER_MS) };
}

/** Whether a line tells of the failure: an error or a warning, one that names the request, or says its words. */
export function isAboutCall({ message }: LogEvent, problem: Problem): boolean {
  const { message: said } = (problem.detail?.container ?? {}) as Partial<ContainerFailure>;
  const words = said?.split("\n")[0]?.slice(0, 80).trim();
  if (logLevel(message) !== "plain") return true;
  if (problem.requestId && message.includes(problem.requestId)) return true;
  return (
    Boolean(words && words.length > 8 && message.includes(words)) || /\bPOST \/invocations\b.* [45]\d\d\b/.test(message)
  );
}
