import { type EndpointStatus, isTransitional } from "@/lib/endpoints/view";

/** Why an endpoint in that state cannot be parked; null when it can. */
export function parkRefusal(status: EndpointStatus): string | null {
  if (status === "Deleting") return "It is being deleted.";
  if (isTransitional(status)) return "It is changing. Wait until it is in service.";
  if (status === "Failed") return "It never ran: there is nothing that could be made again. Delete it.";
  if (status === "UpdateRollbackFailed") return "Parts of two configurations run. Update it first.";
  return null;
}
