"use client";

import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { endpointQueries } from "@/lib/endpoints/queries";
import { isTransitional } from "@/lib/endpoints/view";
import { workspacePath } from "@/lib/routes";
import { updateQueries } from "@/lib/updates/queries";
import { verdictTitle } from "@/lib/updates/verdict";

/** On the endpoint's page: that its latest update did not come about, until another one has. An endpoint in service hides it. */
export function LastVerdict({ name }: { name: string }) {
  const { id } = useWorkspace();
  const { data: endpoint } = useQuery(endpointQueries.detail(id, name));
  const isSettled = endpoint !== undefined && !isTransitional(endpoint.status);
  const { data: history } = useQuery({ ...updateQueries.history(id, name), enabled: isSettled });
  const latest = history?.updates[0];
  const verdict = latest?.verdict;
  if (!isSettled || !latest || !verdict || verdict.outcome === "applied") return null;
  return (
    <Callout tone={verdict.outcome === "applied-differently" ? "warning" : "danger"} title={verdictTitle(verdict)}>
      {verdict.reason ? <p className="font-mono text-sm">{verdict.reason}</p> : null}
      <p>
        Update of <RelativeTime at={latest.startedAt} /> by {latest.memberName}.{" "}
        <Link
          className="font-medium text-accent-text underline"
          href={workspacePath(id, `/endpoints/${encodeURIComponent(name)}?tab=changes`)}
        >
          See all changes
        </Link>
      </p>
    </Callout>
  );
}
