"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { parseAsBoolean, useQueryState } from "nuqs";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { ErrorPanel } from "@/components/ui/error-panel";
import { PageHead } from "@/components/ui/page-head";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { Tooltip } from "@/components/ui/tooltip";
import { dashboardQueries } from "@/lib/dashboards/queries";
import { plural } from "@/lib/format/numbers";
import { problemIn } from "@/lib/problem-in";
import { workspacePath } from "@/lib/routes";

import { DashboardCharts } from "./dashboard-charts";
import { DashboardEditor } from "./dashboard-editor";
import { DashboardMenu } from "./dashboard-menu";
import { useDashboards } from "./use-dashboards";

/** A dashboard of the workspace's own: its charts, or with `?edit=true` what they are. */
export function DashboardPage({ id }: { id: string }) {
  const { id: workspace } = useWorkspace();
  const router = useRouter();
  const { refusalOf } = useDashboards();
  const dashboard = useQuery(dashboardQueries.detail(workspace, id));
  const [isEditing, setEditing] = useQueryState("edit", parseAsBoolean.withDefault(false));
  if (dashboard.isPending) return <Skeleton className="h-56 rounded-panel" />;
  if (!dashboard.data) {
    return (
      <>
        <PageHead title="Dashboard" />
        <ErrorPanel
          title="The dashboard could not be loaded"
          problem={problemIn(dashboard.error)}
          onRetry={() => void dashboard.refetch()}
        />
      </>
    );
  }
  const { name, panels, memberName, updatedAt, updatedBy } = dashboard.data;
  const refusal = refusalOf(dashboard.data);
  const edit = (
    <Button disabled={refusal !== null} onClick={() => void setEditing(true)}>
      Edit
    </Button>
  );
  const isOpen = isEditing && refusal === null;
  return (
    <>
      <PageHead
        title={name}
        summary={
          <>
            {plural(panels.length, "chart")}, made by {memberName}, changed by {updatedBy}{" "}
            <RelativeTime at={updatedAt} />
          </>
        }
        action={isOpen ? null : refusal ? <Tooltip label={refusal}>{edit}</Tooltip> : edit}
        menu={
          // What is being edited would be lost.
          isOpen ? null : (
            <DashboardMenu
              dashboard={dashboard.data}
              onDuplicated={(copy) => router.push(workspacePath(workspace, `/metrics/dashboards/${copy.id}`))}
              onDeleted={() => router.push(workspacePath(workspace, "/metrics/dashboards"))}
            />
          )
        }
      />
      {isOpen ? (
        <DashboardEditor dashboard={dashboard.data} onDone={() => void setEditing(null)} />
      ) : (
        <DashboardCharts dashboard={dashboard.data} onEdit={refusal ? null : () => void setEditing(true)} />
      )}
    </>
  );
}
