"use client";

import { useQuery } from "@tanstack/react-query";

import { useWorkspace } from "@/components/shell/workspace-context";
import { metricsQueries } from "@/lib/metrics/queries";

import { Dashboard } from "./dashboard";
import { DashboardNotes } from "./dashboard-notes";
import { DashboardSkeleton } from "./dashboard-skeleton";
import { useMetricsWindow } from "./use-metrics-window";
import { WindowHead } from "./window-head";

/** What CloudWatch knows of an inference component, as charts over a window of time. */
export function ComponentMetrics({ name }: { name: string }) {
  const { id } = useWorkspace();
  const state = useMetricsWindow();
  const metrics = useQuery(metricsQueries.component(id, name, state.query));
  const view = metrics.data;
  return (
    <>
      <WindowHead state={state} metrics={metrics} variants={[]} />
      {view ? (
        <div aria-busy={metrics.isPlaceholderData} className="flex flex-col gap-4 aria-busy:opacity-60">
          <DashboardNotes view={view} zone={state.params.zone} />
          <Dashboard view={view} sections={view.sections} subject={name} zone={state.params.zone} onZoom={state.zoom} />
        </div>
      ) : metrics.isPending ? (
        <DashboardSkeleton />
      ) : null}
    </>
  );
}
