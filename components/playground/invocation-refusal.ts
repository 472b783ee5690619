import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { isAnswering } from "@/lib/endpoints/view";

/** Why an endpoint cannot be tried at the moment, with what to do; null when it can. */
export function invocationRefusal(endpoint: Pick<EndpointDetail, "status">): string | null {
  if (endpoint.status === "Creating") return "The endpoint is still starting. You can try it once it is InService.";
  if (!isAnswering(endpoint.status)) return `The endpoint is ${endpoint.status} and answers nothing.`;
  return null;
}
