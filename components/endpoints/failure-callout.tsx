"use client";

import Link from "next/link";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { failureAdvice } from "@/lib/endpoints/failure-advice";
import { workspacePath } from "@/lib/routes";

/** Why an endpoint failed: what it means, what to do, SageMaker's own words, and the way to the log. */
export function FailureCallout({ endpoint }: { endpoint: EndpointDetail }) {
  const { id } = useWorkspace();
  const { failureReason, status } = endpoint;
  if (status !== "Failed" && status !== "UpdateRollbackFailed" && !failureReason) return null;
  const { meaning, remedy } = failureAdvice(failureReason);
  return (
    <Callout tone="danger" title={meaning}>
      <p>{remedy}</p>
      {failureReason ? (
        <p className="mt-2 flex items-start gap-1 font-mono text-sm text-foreground">
          <span className="min-w-0 break-words">{failureReason}</span>
          <CopyButton value={failureReason} label="Copy the reason" />
        </p>
      ) : null}
      <Link
        href={workspacePath(id, `/endpoints/${encodeURIComponent(endpoint.name)}?tab=logs`)}
        className="mt-2 inline-block font-medium text-accent-text underline"
      >
        Read the logs
      </Link>
    </Callout>
  );
}
