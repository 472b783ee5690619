import { isUnderWay, type TransformStatus } from "./job-view";

export type StatusTone = "good" | "working" | "warning" | "danger" | "idle";

const TONES: Partial<Record<TransformStatus, StatusTone>> = { Completed: "good", Failed: "danger", Stopped: "warning" };

/** Which of the five meanings a state has; AWS's own word stays its label. */
export function statusTone(status: TransformStatus): StatusTone {
  return isUnderWay(status) ? "working" : (TONES[status] ?? "idle");
}

/** Why the job cannot be stopped just now; null when it can. */
export function stopRefusal(status: TransformStatus): string | null {
  if (status === "InProgress") return null;
  return status === "Stopping" ? "It is stopping already." : "It has ended already.";
}
