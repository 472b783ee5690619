"use client";

import { useState } from "react";

import { TimeLegend } from "@/components/charts/time-legend";
import { TimePlot } from "@/components/charts/time-plot";
import { type ChartMark, PLOT_INSET } from "@/components/charts/uplot-options";
import type { Firing } from "@/lib/alarms/firings";
import { thresholdScale } from "@/lib/alarms/threshold";
import type { MetricWindowView } from "@/lib/alarms/view";
import { describeChart, type TimeChart } from "@/lib/charts/time-chart";
import type { Zone } from "@/lib/charts/time-labels";
import { formatReading } from "@/lib/format/numbers";
import type { Display } from "@/lib/metrics/units";
import { periodStarts } from "@/lib/metrics/windows";

import { ThresholdLine } from "./threshold-line";

type Props = {
  /** What the line is called. */
  name: string;
  view: MetricWindowView;
  display: Display;
  /** In the metric's own unit. */
  threshold: number;
  onThreshold?: (threshold: number) => void;
  firings: readonly Firing[];
  zone: Zone;
  marks?: readonly ChartMark[];
};

const NO_MARKS: readonly ChartMark[] = [];
/** More bands than pixels help nobody. */
const MOST_BANDS = 200;

/** A metric over a window with the threshold across it, and a band wherever the alarm would have stood. */
export function ThresholdChart({
  name,
  view,
  display,
  threshold,
  onThreshold,
  firings,
  zone,
  marks = NO_MARKS,
}: Props) {
  const [pointed, setPointed] = useState<number | null>(null);
  const [heldTop, setHeldTop] = useState<number | null>(null);
  const values = view.values.map((value) => (value === null ? null : round(value * display.factor)));
  const shown = round(threshold * display.factor);
  const scale = thresholdScale(values, shown);
  const top = heldTop ?? scale.top;
  const last = values.findLast((value) => value !== null);
  const chart: TimeChart = {
    times: periodStarts({ ...view, isLive: false }),
    unit: display.unit,
    lines: [
      {
        name,
        hue: 1,
        values,
        previous: null,
        summary: last === undefined || last === null ? null : { label: "latest", value: last, previous: null },
      },
    ],
  };
  const text = `${formatReading(shown)}${display.unit}`;
  return (
    <div className="min-w-0">
      <div className="relative">
        <Bands firings={firings} periods={values.length} />
        <div className="relative">
          <TimePlot
            label={`${describeChart(name, chart, formatReading)}. The threshold is ${text}.`}
            height={220}
            chart={chart}
            span={{ from: view.fromMs / 1_000, to: view.toMs / 1_000 }}
            marks={marks}
            zone={zone}
            syncKey={null}
            top={top}
            onPoint={setPointed}
            onZoom={null}
          />
        </div>
        <ThresholdLine
          value={shown}
          scale={{ ...scale, top }}
          text={text}
          onChange={onThreshold && ((value) => onThreshold(round(value / display.factor)))}
          onDrag={(isDragged) => setHeldTop(isDragged ? top : null)}
        />
      </div>
      <TimeLegend chart={chart} pointed={pointed} />
    </div>
  );
}

function Bands({ firings, periods }: { firings: readonly Firing[]; periods: number }) {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute overflow-hidden" style={PLOT_INSET}>
      {firings.slice(-MOST_BANDS).map(({ from, to }) => (
        <div
          key={from}
          className="absolute inset-y-0 min-w-0.5 bg-danger-soft"
          style={{ left: `${(from / periods) * 100}%`, width: `${((to - from) / periods) * 100}%` }}
        />
      ))}
    </div>
  );
}

function round(value: number): number {
  return Number(value.toPrecision(9));
}
