import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { isAnswering } from "@/lib/endpoints/view";

/** Why an endpoint cannot be tried at the moment, with what to do; null when it can. */
export function invocationRefusal(endpoint: Pick<EndpointDetail, "status" | "mode">): string | null {
  if (endpoint.status === "Creating") return "The endpoint is still starting. You can try it once it is InService.";
  if (!isAnswering(endpoint.status)) return `The endpoint is ${endpoint.status} and answers nothing.`;
  if (endpoint.mode === "async")
    return "This endpoint takes its requests from S3 and answers later; it cannot be tried here.";
  return null;
}
