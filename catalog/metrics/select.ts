import { CHARTS, FLEET_CHARTS } from "./charts";
import { METRICS } from "./data";
import { ChartRow, type MetricMode, type MetricRow } from "./schema";

const metrics = new Map(METRICS.map((metric) => [metric.id, metric]));
const charts = CHARTS.map((chart) => ChartRow.parse(chart));
const fleetCharts = FLEET_CHARTS.map((chart) => ChartRow.parse(chart));

/** A metric by its id; throws for one that the catalogue does not hold. */
export function metricById(id: string): MetricRow {
  const metric = metrics.get(id);
  if (!metric) throw new Error(`There is no metric ${id}.`);
  return metric;
}

/** All charts of endpoints; `isEmitted` says whether an endpoint of this mode emits any of its metrics. */
export function chartsFor(mode: MetricMode): { chart: ChartRow; isEmitted: boolean }[] {
  return charts.map((chart) => ({
    chart,
    isEmitted: chart.lines.some(({ metric }) => metricById(metric).modes.includes(mode)),
  }));
}

/** The charts over all endpoints of a workspace. */
export function chartsOfFleet(): readonly ChartRow[] {
  return fleetCharts;
}
