import { type EndpointStatus, isTransitional } from "@/lib/endpoints/view";

/** Why an endpoint cannot be updated just now; null when it can. SageMaker refuses the same. */
export function updateRefusal(status: EndpointStatus): string | null {
  if (status === "Failed") return "It failed, and SageMaker lets a failed endpoint only be deleted.";
  if (status === "OutOfService") return "It is out of service and cannot be updated.";
  return isTransitional(status) ? "It is changing, and SageMaker takes one change at a time." : null;
}

/** An endpoint for inference components has no model that an update could change. */
export const HOSTING_REFUSAL = "It hosts inference components: change what runs on its Components tab.";
