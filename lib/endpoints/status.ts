import { type EndpointStatus, isTransitional } from "./view";

export type StatusTone = "good" | "working" | "warning" | "danger" | "idle";

const TONES: Partial<Record<EndpointStatus, StatusTone>> = {
  InService: "good",
  Failed: "danger",
  UpdateRollbackFailed: "danger",
  OutOfService: "idle",
};

/** Which of the five meanings a state has; AWS's own word stays its label. */
export function statusTone(status: EndpointStatus): StatusTone {
  return isTransitional(status) ? "working" : (TONES[status] ?? "idle");
}

const MEANINGS: Record<EndpointStatus, string> = {
  InService: "It answers requests.",
  Creating: "SageMaker starts the instances and loads the model. This takes a few minutes.",
  Updating: "SageMaker moves it to a new config. It answers meanwhile.",
  SystemUpdating: "AWS maintains it. It answers meanwhile, and cannot be changed or deleted.",
  RollingBack: "An update failed; SageMaker goes back to what ran before.",
  Deleting: "SageMaker is removing it.",
  Failed: "It could not start. It answers nothing and can only be deleted.",
  UpdateRollbackFailed: "Neither the update nor the way back worked. Parts of both may answer; update it again.",
  OutOfService: "It runs no instance and answers nothing.",
};

/** A state in one sentence for someone who has not met it before. */
export function statusMeaning(status: EndpointStatus): string {
  return MEANINGS[status];
}

/** Why the endpoint cannot be deleted just now; null when it can. SageMaker refuses while it is changing. */
export function deletionRefusal(status: EndpointStatus): string | null {
  if (status === "Deleting") return "It is being deleted already.";
  return isTransitional(status) ? "SageMaker refuses to delete an endpoint while it is changing. Wait a little." : null;
}
