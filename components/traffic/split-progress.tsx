import { OperationFailed } from "@/components/operations/operation-failed";
import { OperationStages } from "@/components/operations/operation-stages";
import { Callout } from "@/components/ui/callout";
import type { OperationView } from "@/lib/operations/view";

/** How far a change of the traffic is, until the endpoint is in service again. */
export function SplitProgress({ operation }: { operation: OperationView }) {
  const { status, memberName } = operation;
  if (status === "dismissed" || status === "removed") return null;
  return (
    <div aria-live="polite" className="flex flex-col gap-3 border-t border-border pt-4">
      {status === "succeeded" ? <Callout tone="good" title="Done: the endpoint is in service with it." /> : null}
      {status === "failed" ? <OperationFailed operation={operation} title="It was not all changed" /> : null}
      {status === "running" ? (
        <p className="text-sm text-muted">Begun by {memberName}. It answers all the while.</p>
      ) : null}
      <OperationStages operation={operation} label="Progress of the change" />
    </div>
  );
}
