"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import type { OperationView } from "@/lib/operations/view";
import { workspacePath } from "@/lib/routes";

/** Where to go on from an operation that has ended, and what it says of itself. */
export function OperationEnd({ operation }: { operation: OperationView }) {
  const { id } = useWorkspace();
  const { path, label } = placeOf(operation);
  return (
    <>
      {leftOf(operation).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ButtonLink className="mt-2" href={workspacePath(id, path)}>
        {label}
      </ButtonLink>
    </>
  );
}

function placeOf({ kind, status, summary }: OperationView): { path: `/${string}`; label: string } {
  switch (kind) {
    case "transform":
      return { path: `/batch/${summary.jobName}`, label: "The transform job" };
    case "save-alarms":
      return { path: "/alarms", label: "All alarms" };
    case "park-endpoint":
      return { path: "/parked", label: "Parked endpoints" };
    case "restore-endpoint":
      return status === "succeeded"
        ? { path: `/endpoints/${encodeURIComponent(String(summary.endpointName))}`, label: "The endpoint" }
        : { path: "/parked", label: "Parked endpoints" };
    default:
      return { path: "/endpoints", label: "All endpoints" };
  }
}

/** What a restore left out, because its time had passed. */
function leftOf({ kind, summary }: OperationView): string[] {
  return kind === "restore-endpoint" && Array.isArray(summary.left) ? summary.left.map(String) : [];
}
