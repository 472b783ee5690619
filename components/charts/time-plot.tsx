"use client";

import "uplot/dist/uPlot.min.css";
import { useEffect, useEffectEvent, useRef } from "react";
import type uPlot from "uplot";

import { loadUplot } from "./load-uplot";
import { type PlotSettings, plotData, plotOptions } from "./uplot-options";

type TimePlotProps = PlotSettings & { label: string; height?: number };

/** Draws lines over time on a canvas and follows the pointer; whoever cannot see it reads the label or the table. */
export function TimePlot({ label, height = 168, ...settings }: TimePlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const { chart, span, marks, zone, syncKey, top } = settings;
  const canZoom = settings.onZoom !== null;
  const point = useEffectEvent(settings.onPoint);
  const zoom = useEffectEvent((from: number, to: number) => settings.onZoom?.(from, to));

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let plot: uPlot | null = null;
    let isGone = false;
    void loadUplot().then((UPlot) => {
      if (isGone) return;
      const options = plotOptions(
        { chart, span, marks, zone, syncKey, top, onPoint: (index) => point(index), onZoom: canZoom ? zoom : null },
        { width: element.clientWidth, height },
      );
      plot = new UPlot(options, plotData(chart), element);
    });
    const resizing = new ResizeObserver(() => plot?.setSize({ width: element.clientWidth, height }));
    resizing.observe(element);
    const stopTheme = onThemeChange(() => plot?.redraw(false));
    return () => {
      isGone = true;
      resizing.disconnect();
      stopTheme();
      plot?.destroy();
    };
  }, [chart, span, marks, zone, syncKey, top, canZoom, height]);

  return <div ref={box} role="img" aria-label={label} className="min-w-0 overflow-hidden" style={{ height }} />;
}

/** The theme is an attribute of the document, or the system's. */
function onThemeChange(redraw: () => void): () => void {
  const observer = new MutationObserver(redraw);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", redraw);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", redraw);
  };
}
