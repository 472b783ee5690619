import type { Problem } from "@/lib/errors";

import type { AsyncDetail } from "./request-view";

/** Why a request failed, with the time in which it was answered, to find its log lines by; null: it did not fail. */
export function problemInTime({ problem, at, finishedAt }: AsyncDetail): Problem | null {
  if (!problem || !finishedAt) return problem;
  return { ...problem, detail: { ...problem.detail, span: { from: at, to: finishedAt } } };
}
