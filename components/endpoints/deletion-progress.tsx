"use client";

import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import type { BegunDeletion } from "@/lib/endpoints/deletion-view";
import { operationQueries } from "@/lib/operations/queries";
import { isUnderWay, operationPath } from "@/lib/operations/view";
import { workspacePath } from "@/lib/routes";

import { useRetryDeletion } from "./use-retry-deletion";

type Props = { begun: readonly BegunDeletion[]; onRetry: (name: string) => void };

/** How far each of several deletions is; one that failed says why and can be tried again. */
export function DeletionProgress({ begun, onRetry }: Props) {
  return (
    <ul
      aria-label="Deletions"
      className="flex max-h-[50vh] flex-col divide-y divide-border overflow-y-auto rounded-control border border-border"
    >
      {begun.map(({ name, operationId, problem }) => (
        <li key={name} className="px-3 py-2">
          {operationId ? (
            <OperationLine name={name} id={operationId} />
          ) : (
            <Line name={name} state={<StatusBadge tone="danger" label="Not begun" />} message={problem?.message ?? ""}>
              <Button size="sm" aria-label={`Retry ${name}`} onClick={() => onRetry(name)}>
                Retry
              </Button>
            </Line>
          )}
        </li>
      ))}
    </ul>
  );
}

function OperationLine({ name, id }: { name: string; id: string }) {
  const workspace = useWorkspace();
  const { data } = useQuery(operationQueries.detail(workspace.id, id));
  const retry = useRetryDeletion(id);
  if (!data || isUnderWay(data)) {
    const step = data?.steps.find(({ state }) => state === "attempting");
    return <Line name={name} state={<StatusBadge tone="working" label="Deleting" />} message={step?.title ?? ""} />;
  }
  if (data.status === "succeeded") return <Line name={name} state={<StatusBadge tone="good" label="Deleted" />} />;
  return (
    <Line
      name={name}
      state={<StatusBadge tone="danger" label="Failed" />}
      message={data.problem?.message ?? "It failed without a reason."}
    >
      <Link href={workspacePath(workspace.id, operationPath(id))} className="text-sm text-accent-text hover:underline">
        What is left
      </Link>
      <Button size="sm" aria-label={`Retry ${name}`} busy={retry.isPending} onClick={() => retry.mutate()}>
        Retry
      </Button>
    </Line>
  );
}

type LineProps = { name: string; state: React.ReactNode; message?: string; children?: React.ReactNode };

function Line({ name, state, message, children }: LineProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0 flex-1 font-mono break-all">{name}</span>
      {state}
      {children}
      {message ? <p className="basis-full text-sm text-muted">{message}</p> : null}
    </div>
  );
}
