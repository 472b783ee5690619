// Runs in the browser: the console's dashboard and a bare uPlot for each of its charts, on the same data.
import { createRoot, type Root } from "react-dom/client";
import UPlot from "uplot";

import { Dashboard } from "@/components/metrics/dashboard.tsx";
import type { DashboardView } from "@/lib/metrics/view.ts";
import { periodStarts } from "@/lib/metrics/windows.ts";

export type ChartPage = {
  /** The views that were built in, the second a minute later. */
  views: readonly [DashboardView, DashboardView];
  show(view: 0 | 1): Promise<void>;
  hide(): Promise<void>;
  showBare(view: 0 | 1): Promise<void>;
  hideBare(): Promise<void>;
};

declare global {
  interface Window {
    bench: ChartPage;
    views: ChartPage["views"];
  }
}

const HEIGHT = 168;
const [ours, bare] = ["ours", "bare"].map((id) => document.getElementById(id));
if (!ours || !bare) throw new Error("The page has no place for charts.");
let root: Root | null = null;
let plots: UPlot[] = [];

/** Until what was drawn is on the screen and what it set off is done. */
async function settled(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => setTimeout(done, 30));
}

window.bench = {
  views: window.views,
  async show(index) {
    root ??= createRoot(ours);
    const view = window.views[index];
    root.render(<Dashboard view={view} sections={view.sections} subject="bench" zone="utc" onZoom={() => {}} />);
    await settled();
  },
  async hide() {
    root?.unmount();
    root = null;
    await settled();
  },
  async showBare(index) {
    const view = window.views[index];
    const charts = view.sections.flatMap((section) => section.charts);
    const times = periodStarts(view);
    const data = charts.map(({ lines }): UPlot.AlignedData => [times, ...lines.map(({ values }) => values)]);
    if (plots.length > 0) for (const [at, plot] of plots.entries()) plot.setData(data[at] ?? [[]]);
    else {
      const width = Math.floor(bare.clientWidth / 2) - 40;
      plots = charts.map(({ lines }, at) => {
        const series = [{}, ...lines.map(() => ({ stroke: "teal", width: 1.75 }))];
        const options = { width, height: HEIGHT, legend: { show: false }, cursor: { sync: { key: "bare" } }, series };
        return new UPlot(options, data[at] ?? [[]], bare);
      });
    }
    await settled();
  },
  async hideBare() {
    for (const plot of plots) plot.destroy();
    plots = [];
    await settled();
  },
};
