"use client";

import { SampleBadge } from "@/components/metrics/sample-badge";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { StatusBadge } from "@/components/ui/status-badge";
import type { FailingEndpoint } from "@/lib/overview/view";
import { workspacePath } from "@/lib/routes";

/** Endpoints that need somebody, with the reason in SageMaker's words. */
export function FailingEndpoints({ endpoints }: { endpoints: readonly FailingEndpoint[] }) {
  const { id } = useWorkspace();
  return (
    <Panel id="failing" title="Failing" flush>
      <ul className="border-t border-border">
        {endpoints.map(({ name, status, reason, isSample }) => (
          <li
            key={name}
            className="grid items-baseline gap-x-6 gap-y-0.5 border-b border-border px-4 py-2 text-sm last:border-b-0 sm:grid-cols-[minmax(12rem,1fr)_10rem_minmax(0,2fr)]"
          >
            <span className="flex min-w-0 items-center gap-2">
              <Link
                href={workspacePath(id, `/endpoints/${encodeURIComponent(name)}`)}
                className="truncate font-mono text-accent-text hover:underline"
              >
                {name}
              </Link>
              {isSample ? <SampleBadge /> : null}
            </span>
            <StatusBadge tone={status === "InService" ? "warning" : "danger"} label={status} className="self-start" />
            <span className="line-clamp-2 break-words text-muted">{reason ?? "SageMaker gave no reason."}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
