"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartLine } from "lucide-react";

import { ChartGrid } from "@/components/metrics/dashboard";
import { DashboardNotes } from "@/components/metrics/dashboard-notes";
import { DashboardSkeleton } from "@/components/metrics/dashboard-skeleton";
import { useMetricsWindow } from "@/components/metrics/use-metrics-window";
import { WindowHead } from "@/components/metrics/window-head";
import { useWorkspace } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { dashboardQueries } from "@/lib/dashboards/queries";
import type { SavedDashboard } from "@/lib/dashboards/view";
import { periodStarts } from "@/lib/metrics/windows";

type Props = {
  dashboard: SavedDashboard;
  /** Null for whom may not. */
  onEdit: (() => void) | null;
};

/** The charts of a dashboard over a window of time. */
export function DashboardCharts({ dashboard, onEdit }: Props) {
  const { id: workspace } = useWorkspace();
  const { id, name, panels } = dashboard;
  const state = useMetricsWindow();
  const charts = useQuery({ ...dashboardQueries.charts(workspace, id, state.query), enabled: panels.length > 0 });
  const view = charts.data;
  if (panels.length === 0) {
    return (
      <EmptyState
        icon={ChartLine}
        title="No chart yet"
        action={
          onEdit ? (
            <Button variant="primary" onClick={onEdit}>
              Choose charts
            </Button>
          ) : null
        }
      >
        Choose what the charts show, and of which endpoints or jobs.
      </EmptyState>
    );
  }
  return (
    <>
      <WindowHead state={state} metrics={charts} variants={[]} />
      {view ? (
        <div aria-busy={charts.isPlaceholderData} className="flex flex-col gap-4 aria-busy:opacity-60">
          {view.samples.length > 0 ? (
            <Callout tone="warning" title="Sample data">
              The emulator made up the numbers of {view.samples.join(", ")}. Calls that really reach an endpoint are
              added to them.
            </Callout>
          ) : null}
          <DashboardNotes view={view} zone={state.params.zone} />
          <ChartGrid
            times={periodStarts(view)}
            view={view}
            charts={view.charts}
            subject={name.replace(/[^\w.-]+/g, "-")}
            zone={state.params.zone}
            onZoom={state.zoom}
          />
        </div>
      ) : charts.isPending ? (
        <DashboardSkeleton />
      ) : null}
    </>
  );
}
