"use client";

import { type PlainLine, placeLines } from "@/lib/charts/place-lines";

import { ChartFrame } from "./chart-frame";
import { Legend, Plot } from "./plot";
import { PointsTable } from "./points-table";

type Axis = { label: string; format: (value: number) => string };

type NumberChartProps = { title: string; x: Axis; value: Axis; lines: readonly PlainLine[] };

/** Values over a number, not over time, as lines or as a table of the same points. */
export function NumberChart({ title, x, value, lines }: NumberChartProps) {
  const chart = placeLines(lines);
  if (!chart) return null;
  return (
    <ChartFrame
      title={title}
      table={
        <PointsTable
          title={title}
          heads={{ x: x.label, value: value.label }}
          lines={lines.map(({ name, points }) => ({
            name,
            points: points.map((point) => ({ x: x.format(point.x), value: value.format(point.value) })),
          }))}
        />
      }
      chart={
        <>
          <Plot label={`${title}: ${summaryOf(lines, x, value)}`} chart={chart} formatTick={value.format} />
          <div className="flex justify-between gap-3 pt-1.5 pl-12 text-xs text-muted tabular-nums">
            <span>{x.format(chart.from)}</span>
            <span>{x.label}</span>
            <span>{x.format(chart.to)}</span>
          </div>
          <Legend names={lines.map(({ name }) => name)} />
        </>
      }
    />
  );
}

function summaryOf(lines: readonly PlainLine[], x: Axis, value: Axis): string {
  return lines
    .flatMap(({ name, points }) => {
      const first = points[0];
      const last = points.at(-1);
      if (!first || !last) return [];
      return [
        `${name} ${value.format(first.value)} at ${x.format(first.x)} and ${value.format(last.value)} at ${x.format(last.x)} ${x.label}`,
      ];
    })
    .join("; ");
}
