"use client";

import { useQuery } from "@tanstack/react-query";

import { TimeFigure } from "@/components/charts/time-figure";
import { DashboardSkeleton } from "@/components/metrics/dashboard-skeleton";
import type { MetricsWindowState } from "@/components/metrics/use-metrics-window";
import { WindowHead } from "@/components/metrics/window-head";
import { useWorkspace } from "@/components/shell/workspace-context";
import { HelpMark } from "@/components/ui/help-mark";
import { Panel } from "@/components/ui/panel";
import { hasValues } from "@/lib/charts/time-chart";
import { periodStarts } from "@/lib/metrics/windows";
import type { TimelineView } from "@/lib/scaling/endpoint-view";
import { scalingQueries } from "@/lib/scaling/queries";

import { TimelineEvents } from "./timeline-events";

type Props = {
  endpoint: string;
  variants: readonly string[];
  noun: "variant" | "component";
  state: MetricsWindowState;
};

/** Demand against its target, what scaling asked for, and all that happened, over one window of time. */
export function ScalingTimeline({ endpoint, variants, noun, state }: Props) {
  const { id } = useWorkspace();
  const timeline = useQuery(scalingQueries.timeline(id, endpoint, state.query));
  const view = timeline.data;
  return (
    <section aria-labelledby="scaling-timeline">
      <h2 id="scaling-timeline" className="pb-2 text-base font-semibold">
        Timeline
      </h2>
      <WindowHead state={state} metrics={timeline} variants={variants} noun={noun} canCompare={false} />
      {view ? (
        <Panel flush>
          <div aria-busy={timeline.isPlaceholderData} className="flex flex-col gap-2 p-3 aria-busy:opacity-60">
            {view.charts.map((chart) => (
              <TimelineChart key={chart.id} chart={chart} view={view} endpoint={endpoint} state={state} />
            ))}
          </div>
          <TimelineEvents events={view.events} zone={state.params.zone} />
        </Panel>
      ) : timeline.isPending ? (
        <DashboardSkeleton />
      ) : null}
    </section>
  );
}

type ChartProps = Pick<Props, "endpoint" | "state"> & { chart: TimelineView["charts"][number]; view: TimelineView };

/** A component of its own, so that what a chart draws stays the same object until it changes. */
function TimelineChart({ chart, view, endpoint, state }: ChartProps) {
  return (
    <div>
      <TimeFigure
        title={chart.title}
        help={<HelpMark label={chart.title}>{chart.help}</HelpMark>}
        chart={{ times: periodStarts(view), lines: chart.lines, unit: chart.unit }}
        fileName={`${endpoint}-${chart.id}`}
        zone={state.params.zone}
        span={{ from: view.fromMs / 1_000, to: view.toMs / 1_000 }}
        marks={view.events.map(({ at, title }) => ({ at, label: title }))}
        syncKey="scaling"
        onZoom={state.zoom}
        empty={chart.missing ?? undefined}
      />
      {chart.missing && hasValues(chart) ? <p className="pt-1 text-sm text-muted">{chart.missing}</p> : null}
    </div>
  );
}
