import { isUnderWay, type TrainingStatus } from "./job-view";

export type StatusTone = "good" | "working" | "warning" | "danger" | "idle";

const TONES: Partial<Record<TrainingStatus, StatusTone>> = { Completed: "good", Failed: "danger", Stopped: "warning" };

/** Which of the five meanings a state has; AWS's own word stays its label. */
export function statusTone(status: TrainingStatus): StatusTone {
  return isUnderWay(status) ? "working" : (TONES[status] ?? "idle");
}

/** Secondary statuses that say something the status alone does not. */
const MEANINGS: Record<string, string> = {
  Starting: "SageMaker is getting the instances ready.",
  Pending: "It waits for its turn or for instances.",
  Downloading: "The input data is on its way from S3 to the instances.",
  Training: "The script runs.",
  Uploading: "The model is on its way to S3.",
  Interrupted:
    "The spot capacity was taken back. It begins again when there is some, from its checkpoint if it keeps any.",
  Restarting: "It begins again after a failure.",
  Stopping: "The script was asked to end and has two minutes to save its work.",
  Stopped: "It was stopped. What the script had saved was kept.",
  MaxRuntimeExceeded: "It ran for as long as it was allowed to and was stopped.",
  MaxWaitTimeExceeded: "It waited and ran for as long as it was allowed to and was stopped.",
  Completed: "It ran to its end.",
};

/** A stage in one sentence for someone who has not met it before; null where AWS's word says it. */
export function stageMeaning(secondaryStatus: string): string | null {
  return MEANINGS[secondaryStatus] ?? null;
}

/** Why the job cannot be stopped just now; null when it can. */
export function stopRefusal(status: TrainingStatus): string | null {
  if (status === "InProgress") return null;
  return status === "Stopping" ? "It is stopping already." : "It has ended already.";
}

/** Why the job cannot be deleted just now; null when it can. */
export function deletionRefusal(status: TrainingStatus): string | null {
  if (status === "Deleting") return "It is being deleted already.";
  return isUnderWay(status) ? "SageMaker deletes only jobs that have ended. Stop it first." : null;
}
