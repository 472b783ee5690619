import { Elapsed } from "@/components/ui/elapsed";
import { StatusBadge } from "@/components/ui/status-badge";
import { statusTone } from "@/lib/endpoints/status";
import { type EndpointSummary, isTransitional } from "@/lib/endpoints/view";

/** An endpoint's state; while it changes, with the time since the change began. */
export function EndpointStatus({ endpoint }: { endpoint: Pick<EndpointSummary, "status" | "updatedAt"> }) {
  const { status, updatedAt } = endpoint;
  const detail = isTransitional(status) && updatedAt ? <Elapsed from={updatedAt} /> : null;
  return <StatusBadge tone={statusTone(status)} label={status} detail={detail} className="flex" />;
}
