import type { PlotSettings } from "@/components/charts/uplot-options";
import type { Zone } from "@/lib/charts/time-labels";
import { cn } from "@/lib/cn";
import type { ChartView, DashboardView } from "@/lib/metrics/view";
import { periodStarts } from "@/lib/metrics/windows";

import { ChartBox } from "./chart-box";

type Shown = {
  view: Pick<DashboardView, "fromMs" | "toMs" | "periodSeconds" | "isLive" | "marks">;
  /** Goes before a chart's id in names of files. */
  subject: string;
  zone: Zone;
  onZoom: NonNullable<PlotSettings["onZoom"]>;
  onAlarm?: ((chart: ChartView) => void) | undefined;
};

type GridProps = Shown & {
  /** Where the view's periods begin, epoch seconds. */
  times: number[];
  charts: readonly ChartView[];
};

/** Charts in their sections, all over the same time. */
export function Dashboard({ sections, ...shown }: Shown & Pick<DashboardView, "sections">) {
  const times = periodStarts(shown.view);
  return (
    <div className="flex flex-col gap-6">
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`metrics-${section.id}`}>
          {/* The page's own heading says it where there is only one. */}
          <h2
            id={`metrics-${section.id}`}
            className={cn("pb-2 text-base font-semibold", sections.length === 1 && "sr-only")}
          >
            {section.title}
          </h2>
          <ChartGrid {...shown} times={times} charts={section.charts} />
        </section>
      ))}
    </div>
  );
}

/** Charts beside one another, as many as fit. */
export function ChartGrid({ view, times, charts, subject, zone, onZoom, onAlarm }: GridProps) {
  const span = { from: view.fromMs / 1_000, to: view.toMs / 1_000 };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 md:grid-cols-2 2xl:grid-cols-3">
      {charts.map((chart) => (
        <ChartBox
          key={chart.id}
          chart={chart}
          times={times}
          subject={subject}
          span={span}
          marks={view.marks}
          zone={zone}
          onZoom={onZoom}
          onAlarm={onAlarm}
        />
      ))}
    </div>
  );
}
