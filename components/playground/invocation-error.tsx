"use client";

import Link from "next/link";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ErrorPanel } from "@/components/ui/error-panel";
import type { Problem } from "@/lib/errors";
import type { ContainerFailure } from "@/lib/inference/model-error";
import { workspacePath } from "@/lib/routes";

/** A failed call: what it means, what to do, and the container's own words with the way to its log. */
export function InvocationError({ problem, endpointName }: { problem: Problem; endpointName: string }) {
  const { id } = useWorkspace();
  const container = problem.detail?.container as ContainerFailure | undefined;
  return (
    <ErrorPanel problem={problem} className="animate-enter">
      {container ? (
        <>
          <p className="mt-3 text-sm text-muted">
            The container answered{container.status ? ` ${container.status}` : " nothing"}
            {container.type ? `, ${container.type}` : ""}:
          </p>
          <p className="font-mono text-sm break-words whitespace-pre-wrap">{container.message}</p>
          <Link
            href={workspacePath(id, `/endpoints/${encodeURIComponent(endpointName)}?tab=logs`)}
            className="mt-2 inline-block font-medium text-accent-text underline"
          >
            Read the container's log
          </Link>
        </>
      ) : null}
    </ErrorPanel>
  );
}
