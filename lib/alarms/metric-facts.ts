import { CHARTS } from "@/catalog/metrics/charts";
import { METRICS } from "@/catalog/metrics/data";
import type { ChartRow, MetricRow } from "@/catalog/metrics/schema";
import { type Display, displayOf } from "@/lib/metrics/units";

import type { AlarmMetric } from "./view";

/** What the catalogue knows of a metric: its chart's title and how its values are read. */
export type MetricFacts = { title: string; unit: MetricRow["unit"]; reading: ChartRow["reading"] };

/** Facts of a metric; one that the catalogue lacks goes by its own name and is a plain number. */
export function metricFacts({ namespace, name, stat }: Pick<AlarmMetric, "namespace" | "name" | "stat">): MetricFacts {
  const row = METRICS.find((each) => each.namespace === namespace && each.names.includes(name));
  const isOf = ({ lines }: (typeof CHARTS)[number], withStat: boolean) =>
    lines.some((line) => line.metric === row?.id && (!withStat || line.stat === stat));
  const chart = CHARTS.find((each) => isOf(each, true)) ?? CHARTS.find((each) => isOf(each, false));
  const line = chart?.lines.find(({ metric }) => metric === row?.id);
  const isOneOfMany = new Set(chart?.lines.map(({ metric }) => metric)).size > 1;
  return {
    title: chart && line ? (isOneOfMany ? `${line.label} ${lower(chart.title)}` : chart.title) : name,
    unit: row?.unit ?? "None",
    reading: chart?.reading ?? "plain",
  };
}

/** How values of a metric are shown where the highest is this one. A sample a minute stands for an instance. */
export function alarmDisplay(metric: AlarmMetric, highest: number): Display {
  const { unit, reading } = metricFacts(metric);
  if (reading === "instances") return { factor: 60 / metric.periodSeconds, unit: "" };
  return displayOf(unit, reading, highest);
}

function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
