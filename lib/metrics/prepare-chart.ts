import { metricById } from "@/catalog/metrics/select";
import type { TimeLine } from "@/lib/charts/time-chart";

import type { PlannedChart, PlannedLine } from "./plan";
import { displayOf } from "./units";
import type { ChartMetric, ChartView } from "./view";

/** Beyond this, lines of one chart cannot be told apart. */
export const MAX_LINES = 8;

type Values = (number | null)[];
/** A planned line with what CloudWatch answered: in this window, and in the one before when that was asked for. */
export type FilledLine = PlannedLine & { values: Values; previous: Values | null };

/** Decides what a chart shows: the lines that matter most, their names and colours, one unit for all, or why it is empty. */
export function prepareChart(
  { chart }: Pick<PlannedChart, "chart">,
  filled: readonly FilledLine[],
  emptyBecause: string,
  preferred: ReadonlyMap<string, number> = new Map(),
): ChartView {
  const withData = filled.filter(({ values, previous }) => hasValue(values) || hasValue(previous ?? []));
  const shown = topLines(withData);
  const unit = metricById(chart.lines[0]?.metric ?? "").unit;
  const display = displayOf(unit, chart.reading, highest(shown));
  const variants = new Set(filled.map(({ variant }) => variant));
  // A name keeps its colour while others come and go: it follows the plan, not what has data.
  const hues = assignHues(shown.map((line) => preferred.get(line.label) ?? filled.indexOf(line) + 1));
  const scale = (values: Values) => values.map((value) => (value === null ? null : round(value * display.factor)));
  return {
    id: chart.id,
    title: chart.title,
    help: chart.help,
    source: sourceOf(chart),
    unit: display.unit,
    lines: shown.map((line, index): TimeLine => {
      const values = scale(line.values);
      const previous = line.previous && scale(line.previous);
      return {
        name: nameOf(line, variants.size > 1, chart.lines.length > 1),
        hue: hues[index] ?? 1,
        values,
        previous,
        summary: summaryOf(line.stat, values, previous),
      };
    }),
    metrics: filled.flatMap((line) => metricOf(line, nameOf(line, variants.size > 1, chart.lines.length > 1)) ?? []),
    leftOut: withData.length - shown.length,
    emptyBecause: withData.length === 0 ? emptyBecause : null,
  };
}

/** The metric of a line that is one metric: by its first name. */
function metricOf({ queries: [query], stat }: FilledLine, label: string): ChartMetric | null {
  return query ? { label, namespace: query.namespace, name: query.metric, dimensions: query.dimensions, stat } : null;
}

/** The lines with the most, in the order in which they were planned. */
function topLines(lines: readonly FilledLine[]): FilledLine[] {
  if (lines.length <= MAX_LINES) return [...lines];
  const largest = lines.toSorted((a, b) => total(b.values) - total(a.values)).slice(0, MAX_LINES);
  return lines.filter((line) => largest.includes(line));
}

function sourceOf({ lines }: PlannedChart["chart"]): string {
  const rows = [...new Set(lines.map(({ metric }) => metric))].map(metricById);
  return [rows[0]?.namespace, rows.flatMap(({ names }) => names).join(", ")].join(" ");
}

/** The wished colours as far as each is there and free, for the others what is left; no colour twice. */
export function assignHues(wishes: readonly number[]): number[] {
  const taken = new Set<number>();
  const kept = wishes.map((wish) => {
    if (wish > MAX_LINES || taken.has(wish)) return null;
    taken.add(wish);
    return wish;
  });
  const free = Array.from({ length: MAX_LINES }, (_, index) => index + 1).filter((hue) => !taken.has(hue));
  return kept.map((hue) => hue ?? free.shift() ?? 1);
}

function nameOf({ label, variant }: PlannedLine, manyVariants: boolean, manyLabels: boolean): string {
  if (!manyVariants || variant === null) return label;
  return manyLabels ? `${variant}, ${label}` : variant;
}

function summaryOf(stat: string, values: Values, previous: Values | null): TimeLine["summary"] {
  const isSum = stat === "Sum";
  const read = (of: Values): number | null => {
    const last = of.findLast((value) => value !== null) ?? null;
    return isSum && last !== null ? round(total(of)) : last;
  };
  const value = read(values);
  return value === null
    ? null
    : { label: isSum ? "total" : "latest", value, previous: previous === null ? null : read(previous) };
}

function highest(lines: readonly FilledLine[]): number {
  const all = lines.flatMap(({ values, previous }) => [...values, ...(previous ?? [])]);
  return all.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
}

function total(values: Values): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function hasValue(values: Values): boolean {
  return values.some((value) => value !== null);
}

/** Enough digits for any reading, without the tail that multiplying leaves. */
function round(value: number): number {
  return Number(value.toPrecision(9));
}
