"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { type PlainLine, placeLines } from "@/lib/charts/place-lines";

import { Legend, NumberPlot } from "./number-plot";
import { NumberTable } from "./number-table";

export type Axis = {
  label: string;
  format: (value: number) => string;
  /** For the round values beside the axis, where there is little room. */
  formatTick?: (value: number) => string;
};

type NumberChartProps = { title: string; x: Axis; value: Axis; lines: readonly PlainLine[] };

/** Values over a number, not over time, as lines or as a table; every line has the same places. */
export function NumberChart({ title, x, value, lines }: NumberChartProps) {
  const [asTable, setAsTable] = useState(false);
  const chart = placeLines(lines);
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
        <NumberTable title={title} x={x} value={value} lines={lines} />
      ) : (
        <>
          <NumberPlot
            label={`${title}: ${summaryOf(lines, x, value)}`}
            chart={chart}
            formatTick={value.formatTick ?? value.format}
          />
          <div className="flex justify-between gap-3 pt-1.5 pl-14 text-xs text-muted tabular-nums">
            <span>{x.format(chart.from)}</span>
            <span>{x.label}</span>
            <span>{x.format(chart.to)}</span>
          </div>
          <Legend names={lines.map(({ name }) => name)} />
        </>
      )}
    </figure>
  );
}

function summaryOf(lines: readonly PlainLine[], x: Axis, value: Axis): string {
  return lines
    .flatMap(({ name, points }) => {
      const first = points[0];
      const last = points.at(-1);
      if (!first || !last) return [];
      const ends = [first, last].map((point) => `${value.format(point.value)} at ${x.format(point.x)}`);
      return [`${name} ${ends.join(" and ")} ${x.label}`];
    })
    .join("; ");
}
