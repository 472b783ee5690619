"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { type ChartLine, prepareLineChart } from "@/lib/charts/prepare-line-chart";
import { cn } from "@/lib/cn";
import { formatDateTimeExact, formatTime } from "@/lib/format/dates";
import { formatMeasure } from "@/lib/format/numbers";

import { PointsTable } from "./points-table";

const WIDTH = 560;
const HEIGHT = 150;
/** Beyond this, points lie so close that marks would hide the line. */
const MOST_MARKS = 40;
const COLOURS = ["text-chart-1", "text-chart-2", "text-chart-3", "text-chart-4", "text-chart-5", "text-chart-6"];

type LineChartProps = { title: string; lines: readonly ChartLine[]; unit?: string };

/** Values over time as lines, or as a table of the same points. */
export function LineChart({ title, lines, unit = "" }: LineChartProps) {
  const [asTable, setAsTable] = useState(false);
  const chart = prepareLineChart(lines);
  if (!chart) return null;
  return (
    <figure className="min-w-0">
      <figcaption className="flex items-baseline justify-between gap-3 pb-1">
        <span className="min-w-0 font-medium break-words">{title}</span>
        <Button size="sm" variant="ghost" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? "Show as chart" : "Show as table"}
        </Button>
      </figcaption>
      {asTable ? (
        <PointsTable title={title} lines={lines} unit={unit} />
      ) : (
        <>
          <div className="flex gap-2">
            <div aria-hidden="true" className="relative w-10 shrink-0 text-right text-xs text-muted tabular-nums">
              {chart.ticks.map(({ value, y }) => (
                <span key={value} className="absolute right-0 translate-y-1/2" style={{ bottom: `${y * 100}%` }}>
                  {formatMeasure(value)}
                  {unit}
                </span>
              ))}
            </div>
            <svg
              role="img"
              aria-label={`${title}: ${summaryOf(lines, unit)}`}
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              className="h-36 min-w-0 flex-1 overflow-visible"
            >
              {chart.ticks.map(({ value, y }) => (
                <line
                  key={value}
                  x1={0}
                  x2={WIDTH}
                  y1={(1 - y) * HEIGHT}
                  y2={(1 - y) * HEIGHT}
                  vectorEffect="non-scaling-stroke"
                  className="stroke-border"
                />
              ))}
              {chart.lines.map(({ name, points }, index) => (
                <g key={name} className={COLOURS[index % COLOURS.length]}>
                  <polyline
                    points={points.map(at).join(" ")}
                    fill="none"
                    stroke="currentColor"
                    strokeWidth={2}
                    strokeLinejoin="round"
                    vectorEffect="non-scaling-stroke"
                  />
                  {points.length <= MOST_MARKS
                    ? points.map((point) => (
                        // A line without length and with round ends is a dot that the stretched box leaves round.
                        <path
                          key={at(point)}
                          d={`M${at(point)}h0`}
                          stroke="currentColor"
                          strokeWidth={6}
                          strokeLinecap="round"
                          vectorEffect="non-scaling-stroke"
                        />
                      ))
                    : null}
                </g>
              ))}
            </svg>
          </div>
          <div className="flex justify-between gap-3 pt-1.5 pl-12 text-xs text-muted tabular-nums">
            <time dateTime={chart.from} title={formatDateTimeExact(chart.from)}>
              {formatTime(chart.from)}
            </time>
            <time dateTime={chart.to} title={formatDateTimeExact(chart.to)}>
              {formatTime(chart.to)}
            </time>
          </div>
          {lines.length > 1 ? <Legend names={lines.map(({ name }) => name)} /> : null}
        </>
      )}
    </figure>
  );
}

function Legend({ names }: { names: string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-2 pl-12 text-sm">
      {names.map((name, index) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={cn("h-0.5 w-4 bg-current", COLOURS[index % COLOURS.length])} />
          {name}
        </li>
      ))}
    </ul>
  );
}

function at({ x, y }: { x: number; y: number }): string {
  return `${(x * WIDTH).toFixed(1)},${((1 - y) * HEIGHT).toFixed(1)}`;
}

function summaryOf(lines: readonly ChartLine[], unit: string): string {
  return lines
    .flatMap(({ name, points }) => {
      const first = points[0];
      const last = points.at(-1);
      if (!first || !last) return [];
      const path = `from ${formatMeasure(first.value)}${unit} to ${formatMeasure(last.value)}${unit}`;
      return [`${lines.length > 1 ? `${name} ` : ""}${path} in ${points.length} points`];
    })
    .join("; ");
}
