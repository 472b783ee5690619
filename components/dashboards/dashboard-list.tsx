"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartLine } from "lucide-react";
import { useWorkspace } from "@/components/shell/workspace-context";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Link } from "@/components/ui/link";
import { PlainHead } from "@/components/ui/plain-head";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { dashboardQueries } from "@/lib/dashboards/queries";
import type { SavedDashboard } from "@/lib/dashboards/view";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { DashboardMenu } from "./dashboard-menu";
import { NewDashboard } from "./new-dashboard";

const HEADS = [
  { label: "Name" },
  { label: "Charts", className: "text-right" },
  { label: "Made by", className: "max-sm:hidden" },
  { label: "Changed", className: "max-sm:hidden" },
  { label: "Actions", isHidden: true, className: "w-12 px-2" },
];

/** The workspace's own dashboards. */
export function DashboardList() {
  const { id } = useWorkspace();
  const list = useQuery(dashboardQueries.list(id));
  if (list.isPending) return <Skeleton className="h-56 rounded-panel" />;
  if (!list.data) {
    return (
      <ErrorPanel
        title="The dashboards could not be loaded"
        problem={problemIn(list.error)}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (list.data.length === 0) {
    return (
      <EmptyState icon={ChartLine} title="No dashboard yet" action={<NewDashboard />}>
        A dashboard holds the charts that you look at together: of any endpoints, training jobs and transform jobs.
        Everybody in the workspace sees it.
      </EmptyState>
    );
  }
  return (
    <div className="overflow-hidden rounded-panel border border-border bg-panel">
      <table aria-label="Dashboards" className="w-full text-sm">
        <PlainHead cells={HEADS} />
        <tbody>
          {list.data.map((dashboard) => (
            <DashboardRow key={dashboard.id} workspace={id} dashboard={dashboard} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DashboardRow({ workspace, dashboard }: { workspace: string; dashboard: SavedDashboard }) {
  const { id, name, panels, memberName, updatedAt, updatedBy } = dashboard;
  return (
    <tr className="h-9 border-t border-border first:border-t-0 hover:bg-hover">
      <th scope="row" className="px-3 text-left font-normal break-words">
        <Link href={workspacePath(workspace, `/metrics/dashboards/${id}`)} className="text-accent-text hover:underline">
          {name}
        </Link>
      </th>
      <td className="px-3 text-right tabular-nums">{panels.length}</td>
      <td className="px-3 max-sm:hidden">{memberName}</td>
      <td className="px-3 max-sm:hidden">
        <RelativeTime at={updatedAt} />
        {updatedBy === memberName ? null : <span className="text-muted"> by {updatedBy}</span>}
      </td>
      <td className="px-2 text-right">
        <DashboardMenu dashboard={dashboard} />
      </td>
    </tr>
  );
}
