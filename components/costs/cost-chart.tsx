"use client";

import { TimeFigure } from "@/components/charts/time-figure";
import { HelpMark } from "@/components/ui/help-mark";
import { prepareCostChart } from "@/lib/costs/prepare-chart";
import type { CostsView } from "@/lib/costs/view";

/** How the month's sum came about, hour by hour. */
export function CostChart({ costs }: { costs: CostsView }) {
  const chart = prepareCostChart(costs);
  if (chart.lines.length === 0) return null;
  return (
    <div className="min-w-0 rounded-panel border border-border bg-panel p-3">
      <TimeFigure
        title="Cost by hour"
        help={
          <HelpMark label="cost by hour">
            What ran in each hour of the month, in UTC. The hour that has not ended yet shows what it cost so far.
          </HelpMark>
        }
        chart={chart}
        fileName="cost-by-hour"
        zone="utc"
      />
    </div>
  );
}
