import type { ChartRow, MetricMode } from "@/catalog/metrics/schema";
import { chartsOfFleet, metricById } from "@/catalog/metrics/select";

import { type PlannedChart, planLines } from "./plan";

/** An endpoint with what decides which metrics it has. */
export type FleetMember = {
  name: string;
  mode: MetricMode;
  variants: readonly string[];
  metricFrequencySeconds: number;
};

/** What has to be asked for the charts over all endpoints; each planned line carries its endpoint's name. */
export function planFleet(members: readonly FleetMember[], periodSeconds: number): PlannedChart[] {
  return chartsOfFleet().map((chart) => ({
    chart,
    lines: members.flatMap((member) => linesOf(chart, member, periodSeconds)),
  }));
}

function linesOf(chart: ChartRow, member: FleetMember, periodSeconds: number) {
  const { name, mode, variants, metricFrequencySeconds: frequencySeconds } = member;
  const emitted = chart.lines.filter(({ metric }) => metricById(metric).modes.includes(mode));
  return emitted
    .flatMap((line) => planLines(line, { endpoint: name, variants, periodSeconds, frequencySeconds }))
    .map((line) => ({ ...line, label: name }));
}

/** The members whose series CloudWatch may be asked for, first come first served, and how many series that are. */
export function fitInto<T extends FleetMember>(
  members: readonly T[],
  maxSeries: number,
): { members: T[]; series: number } {
  let series = 0;
  const fitting = members.filter((member) => {
    const needed = planFleet([member], 60).reduce(
      (sum, { lines }) => sum + lines.reduce((queries, line) => queries + line.queries.length, 0),
      0,
    );
    if (series + needed > maxSeries) return false;
    series += needed;
    return true;
  });
  return { members: fitting, series };
}
