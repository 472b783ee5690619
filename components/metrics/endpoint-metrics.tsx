"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";

import { useWorkspace } from "@/components/shell/workspace-context";
import { Callout } from "@/components/ui/callout";
import { chartAlarmParams } from "@/lib/alarms/search-params";
import { metricsQueries } from "@/lib/metrics/queries";

import { Dashboard } from "./dashboard";
import { DashboardNotes } from "./dashboard-notes";
import { DashboardSkeleton } from "./dashboard-skeleton";
import { useMetricsWindow } from "./use-metrics-window";
import { WindowHead } from "./window-head";

/** What CloudWatch knows of an endpoint, as charts over a window of time. */
export function EndpointMetrics({ name }: { name: string }) {
  const { id } = useWorkspace();
  const state = useMetricsWindow();
  const metrics = useQuery(metricsQueries.endpoint(id, name, state.query));
  const view = metrics.data;
  const [, setAlarm] = useQueryStates(chartAlarmParams);
  return (
    <>
      <WindowHead state={state} metrics={metrics} variants={view?.variants ?? []} />
      {view ? (
        <div aria-busy={metrics.isPlaceholderData} className="flex flex-col gap-4 aria-busy:opacity-60">
          {view.isSample ? (
            <Callout tone="warning" title="Sample data">
              The emulator made these numbers up. Calls that really reach the endpoint are added to them.
            </Callout>
          ) : null}
          <DashboardNotes view={view} zone={state.params.zone} />
          <Dashboard
            view={view}
            sections={view.sections}
            subject={name}
            zone={state.params.zone}
            onZoom={state.zoom}
            onAlarm={({ id: chart }) => void setAlarm({ alarmOn: chart })}
          />
          {view.notEmitted.length > 0 ? (
            <p className="max-w-[68ch] text-sm text-muted">
              Not emitted by {MODES[view.mode]}: {view.notEmitted.join(", ")}. Time to the first token is in none of
              CloudWatch's metrics of endpoints: AWS publishes it by OpenTelemetry only.
            </p>
          ) : null}
        </div>
      ) : metrics.isPending ? (
        <DashboardSkeleton />
      ) : null}
    </>
  );
}

const MODES = {
  "real-time": "a real-time endpoint",
  serverless: "a serverless endpoint",
  async: "an asynchronous endpoint",
} as const;
