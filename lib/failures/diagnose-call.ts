import type { Problem } from "@/lib/errors";
import type { ContainerFailure } from "@/lib/inference/model-error";
import type { LogEvent } from "@/lib/logs/view";

import { diagnose, type Finding } from "./diagnose";

/**
 * What is known to lie behind a failed call, by the container's words, AWS's and the log lines around it; null where
 * nothing is recognised. The title of a container's own explanation says no more than the error does already.
 */
export function diagnoseCall(problem: Problem, lines: readonly LogEvent[], isServerless: boolean): Finding | null {
  const { message: said = "" } = (problem.detail?.container ?? {}) as Partial<ContainerFailure>;
  const { said: words = "" } = (problem.detail ?? {}) as { said?: string };
  const reason = [said, words, problem.message].filter(Boolean).join("\n");
  const found = diagnose({ subject: "invocation", hasFailed: true, reason, lines, isServerless });
  return found?.findings[0] ?? null;
}
