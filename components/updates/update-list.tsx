import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { plural } from "@/lib/format/numbers";
import { operationPath } from "@/lib/operations/view";
import { workspacePath } from "@/lib/routes";
import type { UpdateOutcome, UpdateRecord } from "@/lib/updates/view";

const LOOKS: Record<UpdateOutcome, { tone: "good" | "warning" | "danger"; label: string }> = {
  applied: { tone: "good", label: "Applied" },
  "applied-differently": { tone: "warning", label: "Applied, with differences" },
  "rolled-back": { tone: "danger", label: "Rolled back" },
  "rollback-failed": { tone: "danger", label: "Rollback failed" },
  failed: { tone: "danger", label: "Failed" },
  gone: { tone: "warning", label: "Endpoint deleted" },
};

/** Updates with what became of them; each leads to its own page. */
export function UpdateList({ updates }: { updates: readonly UpdateRecord[] }) {
  const { id } = useWorkspace();
  if (updates.length === 0) return <p className="text-base text-muted">None yet.</p>;
  return (
    <ul aria-label="Updates" className="divide-y divide-border">
      {updates.map((update) => (
        <li key={update.id} className="flex flex-col gap-1 py-2.5 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            {update.verdict ? (
              <StatusBadge {...LOOKS[update.verdict.outcome]} />
            ) : (
              <StatusBadge tone="working" label="Under way" />
            )}
            <Link
              href={workspacePath(id, operationPath(update.id))}
              className="font-medium text-accent-text hover:underline"
            >
              {update.kind === "return" ? "Return" : "Update"} to{" "}
              <span className="font-mono text-[0.93em] break-all">{update.toConfig}</span>
            </Link>
            <span className="text-sm text-muted">
              {update.strategy.toLowerCase()}, {plural(update.differences.length, "difference")}, by {update.memberName}
              , <RelativeTime at={update.startedAt} />
            </span>
          </div>
          <Reason update={update} />
        </li>
      ))}
    </ul>
  );
}

function Reason({ update: { verdict } }: { update: UpdateRecord }) {
  if (!verdict || verdict.outcome === "applied") return null;
  const alarm = verdict.alarms.length > 0 ? `Alarm: ${verdict.alarms.join(", ")}. ` : "";
  return (
    <p className="text-sm break-words text-muted">
      {alarm}
      {verdict.reason ?? "SageMaker gave no reason."}
    </p>
  );
}
