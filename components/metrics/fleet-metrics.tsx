"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartLine } from "lucide-react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { plural } from "@/lib/format/numbers";
import { metricsQueries } from "@/lib/metrics/queries";
import { workspacePath } from "@/lib/routes";

import { Dashboard } from "./dashboard";
import { DashboardNotes } from "./dashboard-notes";
import { DashboardSkeleton } from "./dashboard-skeleton";
import { FleetTable } from "./fleet-table";
import { useMetricsWindow } from "./use-metrics-window";
import { WindowHead } from "./window-head";

/** All endpoints of the workspace side by side over a window of time. */
export function FleetMetrics() {
  const { id } = useWorkspace();
  const state = useMetricsWindow();
  const metrics = useQuery(metricsQueries.fleet(id, state.query));
  const view = metrics.data;
  return (
    <>
      <WindowHead state={state} metrics={metrics} variants={[]} />
      {!view ? (
        metrics.isPending ? (
          <DashboardSkeleton />
        ) : null
      ) : view.rows.length === 0 ? (
        <EmptyState
          icon={ChartLine}
          title="No endpoint answers"
          action={
            <ButtonLink variant="primary" href={workspacePath(id, "/deploy")}>
              Deploy a model
            </ButtonLink>
          }
        >
          Charts of all endpoints stand here as soon as there is one that answers.
        </EmptyState>
      ) : (
        <div aria-busy={metrics.isPlaceholderData} className="flex flex-col gap-4 aria-busy:opacity-60">
          <DashboardNotes view={{ ...view, marks: [] }} zone={state.params.zone} />
          {view.leftOut > 0 ? (
            <Callout title={`${plural(view.leftOut, "endpoint")} left out`}>
              The newest that one refresh covers are shown. The others have their metrics on their own pages.
            </Callout>
          ) : null}
          <Dashboard
            view={{ ...view, marks: [] }}
            sections={view.sections}
            subject="endpoints"
            zone={state.params.zone}
            onZoom={state.zoom}
          />
          <FleetTable rows={view.rows} />
        </div>
      )}
    </>
  );
}
