import { openBrowser } from "../browser.ts";
import { machineLine, machineLoad } from "../machine.ts";
import { measureCharts } from "./measure.ts";
import { printChartReport } from "./report.ts";

const POINTS = 1_440;
/** A usual window, in which a part of the dashboard is out of sight and not drawn, and one that holds all of it. */
const WINDOWS = [
  { name: "in a window of 1440 × 900", height: 900 },
  { name: "all in sight", height: 2_200 },
];

/** Measures and prints what the charts of a dashboard cost; it needs no console. */
export async function benchCharts(runs: number): Promise<void> {
  const browser = await openBrowser();
  const load = machineLoad();
  for (const { name, height } of WINDOWS) {
    const bench = await browser.open();
    await bench.page.setViewportSize({ width: 1_440, height });
    printChartReport(name, await measureCharts(bench, POINTS, runs));
    await bench.page.close();
  }
  console.info(`${machineLine()}, load ${load.toFixed(1)} before and ${machineLoad().toFixed(1)} after`);
  await browser.close();
}
