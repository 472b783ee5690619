import { BellPlus } from "lucide-react";

import { TimeFigure } from "@/components/charts/time-figure";
import type { ChartMark, PlotSettings } from "@/components/charts/uplot-options";
import { HelpMark } from "@/components/ui/help-mark";
import { IconButton } from "@/components/ui/icon-button";
import type { Zone } from "@/lib/charts/time-labels";
import { plural } from "@/lib/format/numbers";
import type { ChartView } from "@/lib/metrics/view";

type ChartBoxProps = {
  chart: ChartView;
  times: number[];
  /** Goes before the chart's id in names of files. */
  subject: string;
  span: NonNullable<PlotSettings["span"]>;
  marks: readonly ChartMark[];
  zone: Zone;
  onZoom: NonNullable<PlotSettings["onZoom"]>;
  /** Begins an alarm on the chart; left out where none can be made. */
  onAlarm?: ((chart: ChartView) => void) | undefined;
};

/** One chart of a dashboard, or why it shows nothing. */
export function ChartBox({ chart, times, subject, span, marks, zone, onZoom, onAlarm }: ChartBoxProps) {
  const { title, help, source, lines, unit, emptyBecause, leftOut } = chart;
  const helpMark = (
    <HelpMark label={title}>
      {help}
      <span className="mt-1.5 block font-mono text-xs break-words">{source}</span>
    </HelpMark>
  );
  const actions = onAlarm ? (
    <IconButton size="sm" label={`Create alarm on ${title}`} onClick={() => onAlarm(chart)}>
      <BellPlus aria-hidden="true" />
    </IconButton>
  ) : null;
  return (
    <div className="min-w-0 rounded-panel border border-border bg-panel p-3">
      <TimeFigure
        title={title}
        help={helpMark}
        chart={{ times, lines, unit }}
        fileName={`${subject}-${chart.id}`}
        zone={zone}
        span={span}
        marks={marks}
        syncKey="dashboard"
        onZoom={onZoom}
        actions={actions}
        empty={emptyBecause ?? undefined}
      />
      {leftOut > 0 ? <p className="pt-1 text-xs text-muted">{plural(leftOut, "smaller line")} left out.</p> : null}
    </div>
  );
}
