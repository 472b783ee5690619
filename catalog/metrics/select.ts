import { CHARTS, FLEET_CHARTS } from "./charts";
import { COMPONENT_CHARTS, COMPONENT_METRICS } from "./components";
import { METRICS } from "./data";
import { JOB_CHARTS, JOB_METRICS } from "./jobs";
import { ChartRow, type MetricMode, type MetricRow } from "./schema";

const metrics = new Map([...METRICS, ...JOB_METRICS, ...COMPONENT_METRICS].map((metric) => [metric.id, metric]));
const charts = CHARTS.map((chart) => ChartRow.parse(chart));
const jobCharts = JOB_CHARTS.map((chart) => ChartRow.parse(chart));
const pickable = new Map([...charts, ...jobCharts].map((chart) => [chart.id, chart]));
const componentCharts = COMPONENT_CHARTS.map((chart) => ChartRow.parse(chart));
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

/** The charts of one inference component. */
export function chartsOfComponent(): readonly ChartRow[] {
  return componentCharts;
}

/** Every chart that a dashboard of one's own can hold: of endpoints, of training jobs and of transform jobs. */
export function pickableCharts(): ChartRow[] {
  return [...pickable.values()];
}

/** One of them by its id. */
export function pickableChart(id: string): ChartRow | undefined {
  return pickable.get(id);
}
