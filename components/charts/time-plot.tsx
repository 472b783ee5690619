"use client";

import "uplot/dist/uPlot.min.css";
import { useEffect, useEffectEvent, useRef } from "react";

import { type LivePlot, livePlot } from "./live-plot";
import { type PlotSettings, plotData, plotOptions, plotShape } from "./uplot-options";

type TimePlotProps = PlotSettings & { label: string; height?: number };

/** Draws lines over time on a canvas and follows the pointer; whoever cannot see it reads the label or the table. */
export function TimePlot({ label, height = 168, ...settings }: TimePlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<LivePlot>(null);
  const { chart, span, marks, top } = settings;
  const shape = plotShape(settings);
  const current = useEffectEvent(() => settings);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a plot of another shape is another plot
  useEffect(() => {
    if (!box.current) return;
    plot.current = livePlot(box.current, {
      options: (size) => plotOptions(() => current(), size),
      data: () => plotData(current().chart),
      height,
    });
    return () => plot.current?.remove();
  }, [shape, height]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plot reads them while it draws
  useEffect(() => {
    plot.current?.refresh();
  }, [chart, span, marks, top]);

  return <div ref={box} role="img" aria-label={label} className="min-w-0 overflow-hidden" style={{ height }} />;
}
