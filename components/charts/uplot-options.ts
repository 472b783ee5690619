import type uPlot from "uplot";

import { lonelyPoints, type TimeChart, verticalRange } from "@/lib/charts/time-chart";
import { axisLabels, type TimeBase } from "@/lib/charts/time-labels";
import { withUnit } from "@/lib/charts/with-unit";
import { formatCompact, formatMeasure } from "@/lib/format/numbers";

import { themeColour } from "./theme-colours";

/** `alarm`: drawn in the colour of what is wrong. */
export type ChartMark = { at: string; label: string; kind?: "change" | "alarm" };
export type PlotSettings = {
  chart: TimeChart;
  /** The ends of the time axis, epoch seconds; the chart's own ends when left out. */
  span: { from: number; to: number } | null;
  marks: readonly ChartMark[];
  zone: TimeBase;
  /** Charts with the same key share the crosshair. */
  syncKey: string | null;
  onPoint: (index: number | null) => void;
  onZoom: ((fromSeconds: number, toSeconds: number) => void) | null;
  /** The highest value of the vertical axis, which then begins at zero; left out, it follows from the lines. */
  top?: number | undefined;
};

/** Where in its box a plot draws, so that something can be laid over it. Pixels. */
export const PLOT_INSET = { top: 8, right: 18, bottom: 28, left: 60 };

/** Narrower drags are clicks. */
const MIN_DRAG_PX = 6;
const FONT = "11px Inter Variable, ui-sans-serif, sans-serif";

/** What a plot cannot change once it stands: its lines, its clock, and what the pointer does. */
export function plotShape({ chart, zone, syncKey, onZoom }: PlotSettings): string {
  const lines = chart.lines.map(({ hue, previous }) => [hue, previous !== null]);
  return JSON.stringify([lines, chart.isIrregular ?? false, zone, syncKey, onZoom !== null]);
}

/**
 * What uPlot is told. Settings that leave the plot's shape alone are read when it draws, and so are colours: new ones
 * need only a new drawing.
 */
export function plotOptions(settings: () => PlotSettings, size: { width: number; height: number }): uPlot.Options {
  const { chart, zone, syncKey, onZoom } = settings();
  const axis = {
    stroke: colour("--muted"),
    font: FONT,
    ticks: { show: false },
    grid: { stroke: colour("--border"), width: 1 },
  };
  return {
    ...size,
    legend: { show: false },
    padding: [PLOT_INSET.top, PLOT_INSET.right, 0, 0],
    cursor: {
      y: false,
      drag: { x: onZoom !== null, y: false, setScale: false },
      points: { size: 7 },
      // Only pointing is shared: a drag belongs to the chart on which it is made.
      ...(syncKey
        ? { sync: { key: syncKey, filters: { pub: (type: string) => type === "mousemove" || type === "mouseleave" } } }
        : {}),
    },
    tzDate: (seconds) => zonedDate(seconds, zone),
    // Times are written by `axisLabels`: uPlot would compile formats of its own for each plot, and use none of them.
    fmtDate: () => () => "",
    scales: {
      x: { time: true, range: (_, min, max): uPlot.Range.MinMax => timeRange(settings().span, min, max) },
      y: {
        range: (_, min, max): uPlot.Range.MinMax => {
          const { top } = settings();
          return top === undefined ? verticalRange(min, max, chart.isIrregular) : [0, top];
        },
      },
    },
    axes: [
      {
        ...axis,
        space: 64,
        size: PLOT_INSET.bottom,
        values: (_, splits, _index, _space, step) => axisLabels(splits, step, zone),
      },
      {
        ...axis,
        space: 32,
        size: PLOT_INSET.left,
        values: (_, splits) => splits.map((value) => withUnit(short(value), settings().chart.unit)),
      },
    ],
    series: [{}, ...chart.lines.flatMap((line) => seriesOf(line, chart.isIrregular ?? false))],
    hooks: {
      setCursor: [(plot) => settings().onPoint(plot.cursor.idx ?? null)],
      setSelect: [(plot) => finishDrag(plot, settings().onZoom)],
      draw: [(plot) => drawMarks(plot, settings().marks)],
    },
  };
}

/** The columns of the plot, in the order of its series. */
export function plotData({ times, lines }: TimeChart): uPlot.AlignedData {
  return [times, ...lines.flatMap(({ values, previous }) => (previous ? [values, previous] : [values]))];
}

/** A plot without a span shows all of its points; a single one stands in the middle of a second. */
function timeRange(span: PlotSettings["span"], min: number, max: number): uPlot.Range.MinMax {
  if (span) return [span.from, span.to];
  return min === max ? [min - 0.5, max + 0.5] : [min, max];
}

function seriesOf({ hue, previous }: TimeChart["lines"][number], isIrregular: boolean): uPlot.Series[] {
  const stroke = colour(`--chart-${hue}`);
  const points: uPlot.Series.Points = {
    show: false,
    size: 5,
    width: 0,
    fill: stroke,
    filter: (plot, series) => {
      const lonely = lonelyPoints(plot.data[series] as (number | null)[], isIrregular);
      return lonely.length > 0 ? lonely : null;
    },
  };
  const line = { stroke, width: 1.75, spanGaps: isIrregular, points };
  return previous ? [line, { stroke, width: 1, dash: [3, 4], points, alpha: 0.75 }] : [line];
}

function finishDrag(plot: uPlot, onZoom: PlotSettings["onZoom"]): void {
  const { left, width } = plot.select;
  if (!onZoom || width < MIN_DRAG_PX) return;
  const [from, to] = [plot.posToVal(left, "x"), plot.posToVal(left + width, "x")];
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  onZoom(from, to);
}

function drawMarks(plot: uPlot, marks: readonly ChartMark[]): void {
  if (marks.length === 0) return;
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.setLineDash([4, 4]);
  ctx.lineWidth = 1;
  for (const { at, kind } of marks) {
    ctx.strokeStyle = themeColour(kind === "alarm" ? "--danger" : "--accent");
    const x = Math.round(plot.valToPos(Date.parse(at) / 1_000, "x", true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

function short(value: number): string {
  return Math.abs(value) >= 10_000 ? formatCompact(value) : formatMeasure(value);
}

function colour(token: string): () => string {
  return () => themeColour(token);
}

/** uPlot places round times by the parts of a local date: for UTC and times since a start, one that reads as UTC does. */
function zonedDate(seconds: number, zone: TimeBase): Date {
  const date = new Date(seconds * 1_000);
  return zone !== "local" ? new Date(date.getTime() + date.getTimezoneOffset() * 60_000) : date;
}
