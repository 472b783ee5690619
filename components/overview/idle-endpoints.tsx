"use client";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { formatUsdPerHour } from "@/lib/format/money";
import type { IdleEndpoint } from "@/lib/overview/view";
import { workspacePath } from "@/lib/routes";

/** Endpoints that run without being used, dearest first. */
export function IdleEndpoints({ endpoints }: { endpoints: readonly IdleEndpoint[] }) {
  const { id } = useWorkspace();
  return (
    <Panel
      id="idle"
      title="Idle"
      description="They run and cost by the hour, but nobody called them in the last 24 hours. Delete those that are not needed."
      flush
    >
      <ul className="border-t border-border">
        {endpoints.map(({ name, since, usdPerHour }) => (
          <li
            key={name}
            className="flex flex-wrap items-baseline gap-x-6 border-b border-border px-4 py-2 text-sm last:border-b-0"
          >
            <Link
              href={workspacePath(id, `/endpoints/${encodeURIComponent(name)}`)}
              className="min-w-0 flex-1 truncate font-mono text-accent-text hover:underline"
            >
              {name}
            </Link>
            <span className="text-muted">
              created <RelativeTime at={since} />
            </span>
            <span className="w-24 text-right tabular-nums">
              {usdPerHour === null ? <span className="text-muted">price unknown</span> : formatUsdPerHour(usdPerHour)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
