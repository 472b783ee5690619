import type { BenchPage } from "../browser.ts";
import { buildChartPage } from "./build.ts";

/** Milliseconds of work for one mounting or one update of all charts. */
export type ChartCost = { script: number; task: number };
export type ChartCosts = {
  charts: number;
  lines: number;
  points: number;
  mount: { ours: ChartCost[]; bare: ChartCost[] };
  update: { ours: ChartCost[]; bare: ChartCost[] };
};

/** Rounds before those that count, in which Chromium compiles what runs often. */
const WARM_UP = 3;

/** Mounts a dashboard's charts and a bare uPlot for each in turns, and gives both newer points; `runs` times. */
export async function measureCharts(bench: BenchPage, points: number, runs: number): Promise<ChartCosts> {
  const { page } = bench;
  await page.setContent(await buildChartPage(points));
  const [charts, lines] = await page.evaluate(() => {
    const all = window.bench.views[0].sections.flatMap((section) => section.charts);
    return [all.length, all.reduce((sum, chart) => sum + chart.lines.length, 0)];
  });
  const costs: ChartCosts = { charts, lines, points, mount: { ours: [], bare: [] }, update: { ours: [], bare: [] } };
  for (let run = -WARM_UP; run < runs; run += 1) {
    const turns = run % 2 === 0 ? (["ours", "bare"] as const) : (["bare", "ours"] as const);
    for (const way of turns) {
      const [mount, update] = [await show(bench, way, 0), await show(bench, way, 1)];
      await page.evaluate((which) => (which === "ours" ? window.bench.hide() : window.bench.hideBare()), way);
      if (run < 0) continue;
      costs.mount[way].push(mount);
      costs.update[way].push(update);
    }
  }
  return costs;
}

async function show({ page, metrics, collectGarbage }: BenchPage, way: "ours" | "bare", view: 0 | 1) {
  await collectGarbage();
  const before = await metrics();
  await page.evaluate(
    ([which, index]) => (which === "ours" ? window.bench.show(index) : window.bench.showBare(index)),
    [way, view] as const,
  );
  const after = await metrics();
  return { script: (after.script - before.script) * 1_000, task: (after.task - before.task) * 1_000 };
}
