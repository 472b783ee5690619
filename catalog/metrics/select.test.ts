import { expect, test } from "vitest";

import { CHART_SECTIONS, CHARTS, FLEET_CHARTS } from "./charts";
import { COMPONENT_CHARTS, COMPONENT_METRICS } from "./components";
import { METRICS as ENDPOINT_METRICS } from "./data";
import { JOB_CHARTS, JOB_METRICS } from "./jobs";
import { ChartRow, METRIC_MODES, MetricRow } from "./schema";
import { chartsFor, metricById } from "./select";

const METRICS = [...ENDPOINT_METRICS, ...JOB_METRICS, ...COMPONENT_METRICS];
const ALL_CHARTS = [...CHARTS, ...FLEET_CHARTS, ...JOB_CHARTS, ...COMPONENT_CHARTS];

test("every row is well formed and has an id of its own", () => {
  for (const metric of METRICS) MetricRow.parse(metric);
  for (const chart of ALL_CHARTS) ChartRow.parse(chart);
  expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
  expect(new Set(ALL_CHARTS.map(({ id }) => id)).size).toBe(ALL_CHARTS.length);
});

test("every line asks for a statistic that its metric has, and every metric is charted", () => {
  const lines = ALL_CHARTS.flatMap((chart) => chart.lines);
  for (const { metric, stat } of lines) {
    const kind = /^p\d/.test(stat) ? "pNN" : stat;
    expect(metricById(metric).stats, `${metric} ${stat}`).toContain(kind);
  }
  expect(METRICS.map(({ id }) => id).filter((id) => !lines.some(({ metric }) => metric === id))).toStrictEqual([]);
});

test("lines of a chart are measured in one unit and emitted by the same modes", () => {
  for (const chart of CHARTS) {
    const rows = chart.lines.map(({ metric }) => metricById(metric));
    expect(new Set(rows.map(({ unit }) => unit)).size, chart.id).toBe(1);
    expect(new Set(rows.map(({ modes }) => modes.join())).size, chart.id).toBe(1);
  }
});

test("every section has a chart", () => {
  const used = new Set(ALL_CHARTS.map(({ section }) => section));
  expect(CHART_SECTIONS.map(({ id }) => id).filter((id) => !used.has(id))).toStrictEqual([]);
});

test.each(METRIC_MODES)("a dashboard of mode %s fits into one request, even with ten variants", (mode) => {
  const lines = chartsFor(mode).flatMap(({ chart, isEmitted }) => (isEmitted ? chart.lines : []));
  expect(lines.length * 10).toBeLessThanOrEqual(500);
});

test("a mode shows what it emits and no more", () => {
  const shown = (mode: (typeof METRIC_MODES)[number]) =>
    chartsFor(mode).flatMap(({ chart, isEmitted }) => (isEmitted ? [chart.id] : []));
  expect(shown("serverless")).toStrictEqual([
    "invocations",
    "errors",
    "model-latency",
    "overhead-latency",
    "setup-time",
    "concurrency-utilisation",
    "provisioned-utilisation",
    "provisioned-invocations",
    "memory",
  ]);
  expect(shown("async")).not.toContain("invocations");
  expect(shown("async")).toContain("backlog");
  expect(shown("real-time")).not.toContain("backlog");
});
