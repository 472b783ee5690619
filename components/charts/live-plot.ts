import type uPlot from "uplot";

import { loadUplot } from "./load-uplot";
import { onThemeChange } from "./theme-colours";

type Drawing = {
  options: (size: { width: number; height: number }) => uPlot.Options;
  data: () => uPlot.AlignedData;
  height: number;
};
export type LivePlot = { refresh(): void; remove(): void };

/** As far outside of what is seen a plot is drawn already, so that scrolling does not meet empty ones. */
const AHEAD = "120px 0px";

/**
 * A plot in a box: as wide as it, in the colours of the theme, and drawn as soon as it comes into sight. Of a long
 * dashboard only what somebody sees costs anything, when it opens and with each new point.
 */
export function livePlot(box: HTMLElement, { options, data, height }: Drawing): LivePlot {
  let UPlot: typeof uPlot | null = null;
  let plot: uPlot | null = null;
  let width = 0;
  let isInSight = false;
  let isStale = false;
  let isGone = false;
  const draw = () => {
    if (!UPlot || !isInSight || width === 0 || isGone) return;
    if (!plot) plot = new UPlot(options({ width, height }), data(), box);
    else {
      if (plot.width !== width) plot.setSize({ width, height });
      if (isStale) plot.setData(data());
    }
    isStale = false;
  };
  // Both tell what they know when the page has been laid out anyway; to ask would lay it out once for each plot.
  const sizing = new ResizeObserver(([entry]) => {
    width = Math.floor(entry?.contentRect.width ?? 0);
    draw();
  });
  const seeing = new IntersectionObserver(
    (entries) => {
      isInSight = entries.at(-1)?.isIntersecting ?? false;
      draw();
    },
    { rootMargin: AHEAD },
  );
  const printing = () => {
    isInSight = true;
    draw();
  };
  sizing.observe(box);
  seeing.observe(box);
  window.addEventListener("beforeprint", printing);
  const stopTheme = onThemeChange(() => plot?.redraw(false));
  void loadUplot().then((loaded) => {
    UPlot = loaded;
    draw();
  });
  return {
    refresh: () => {
      isStale = plot !== null;
      draw();
    },
    remove: () => {
      isGone = true;
      sizing.disconnect();
      seeing.disconnect();
      window.removeEventListener("beforeprint", printing);
      stopTheme();
      plot?.destroy();
    },
  };
}
