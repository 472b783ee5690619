"use client";

import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Elapsed } from "@/components/ui/elapsed";
import { Link } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { operationQueries } from "@/lib/operations/queries";
import { isUnderWay, type OperationView, operationPath } from "@/lib/operations/view";
import { workspacePath } from "@/lib/routes";

/** A strip of the operations that run or wait for somebody; nothing when there are none. */
export function RunningOperations() {
  const workspace = useWorkspace();
  const { data } = useQuery(operationQueries.unfinished(workspace.id));
  if (!data || data.length === 0) return null;
  return (
    <section aria-label="Unfinished operations" className="rounded-panel border border-border bg-panel">
      <ul className="max-h-56 divide-y divide-border overflow-y-auto">
        {data.map((operation) => (
          <li key={operation.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-base">
            <Status operation={operation} />
            <Link
              href={workspacePath(workspace.id, operationPath(operation.id))}
              className="min-w-0 font-medium break-all text-accent-text hover:underline"
            >
              {operation.target}
            </Link>
            <span className="text-sm text-muted">by {operation.memberName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const LABELS: Record<string, string> = {
  "delete-endpoint": "Deleting",
  "save-alarms": "Saving alarms",
  "update-endpoint": "Updating",
  "park-endpoint": "Parking",
  "restore-endpoint": "Restoring",
  "split-traffic": "Moving traffic",
};

function Status({ operation }: { operation: OperationView }) {
  if (!isUnderWay(operation)) return <StatusBadge tone="danger" label="Failed" />;
  const label = operation.intent === "remove" ? "Removing" : (LABELS[operation.kind] ?? "Deploying");
  return <StatusBadge tone="working" label={label} detail={<Elapsed from={operation.createdAt} />} />;
}
