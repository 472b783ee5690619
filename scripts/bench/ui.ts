/**
 * How the console holds up with much in it: a dashboard of twelve charts, a list of many training jobs and the viewer of a
 * long log, in headless Chromium, against a production build and the emulator. Run it by `npm run bench:ui`; it starts a
 * console as people do, on ports and a folder of its own. `-- --runs 11 --lines 100000` measures more; `-- --only charts`
 * measures the charts alone, which need no console.
 */
import { parseArgs } from "node:util";

import { type BenchBrowser, openBrowser } from "./browser.ts";
import { benchCharts } from "./charts/in-browser.ts";
import { callsOf, forgetCalls } from "./emulator-calls.ts";
import { fillEmulator } from "./fill.ts";
import { measureJobsPage } from "./jobs-page.ts";
import { LOG_REGION, loadWholeLog, openLog, searchLog } from "./log-page.ts";
import { machineLoad } from "./machine.ts";
import { type OwnConsole, startOwnConsole } from "./own-console.ts";
import { openFloor, type StepCost, scrollCost } from "./scroll.ts";
import { printUiReport } from "./ui-report.ts";

const { values } = parseArgs({
  options: {
    jobs: { type: "string", default: "200" },
    lines: { type: "string", default: "50000" },
    runs: { type: "string", default: "7" },
    "chart-runs": { type: "string", default: "20" },
    only: { type: "string" },
  },
});
const [jobs, lines, runs] = [Number(values.jobs), Number(values.lines), Number(values.runs)];

await benchCharts(Number(values["chart-runs"]));
if (values.only === "charts") process.exit();

const running = await startOwnConsole();
try {
  await fillEmulator(running.emulatorUrl, jobs, lines);
  const browser = await openBrowser(running);
  const startedAtLoad = machineLoad();
  const list = await measureList(browser, running);
  const log = await measureLog(browser, running);
  printUiReport({ jobs, lines, ...list, ...log, startedAtLoad, browser: browser.version });
  await browser.close();
} finally {
  await running.stop();
}

async function measureList(browser: BenchBrowser, { consoleUrl, emulatorUrl }: OwnConsole) {
  const [firstRows, filtered]: number[][] = [[], []];
  let listCalls = "";
  for (let run = -1; run < runs; run += 1) {
    const { page } = await browser.open();
    await forgetCalls(emulatorUrl);
    const took = await measureJobsPage(page, consoleUrl);
    listCalls = await callsOf(emulatorUrl);
    await page.close();
    if (run < 0) continue; // the first look loads what the console loads once
    firstRows?.push(took.firstRows);
    filtered?.push(took.filtered);
  }
  return { firstRows: firstRows ?? [], filtered: filtered ?? [], listCalls };
}

async function measureLog(browser: BenchBrowser, { consoleUrl, emulatorUrl }: OwnConsole) {
  const firstLine: number[] = [];
  let openCalls = "";
  for (let run = -1; run < runs; run += 1) {
    const { page } = await browser.open();
    await forgetCalls(emulatorUrl);
    const took = await openLog(page, consoleUrl);
    // Later looks are answered from what was just read.
    if (run < 0) openCalls = await callsOf(emulatorUrl);
    await page.close();
    if (run >= 0) firstLine.push(took);
  }

  const shown = await browser.open();
  await forgetCalls(emulatorUrl);
  await openLog(shown.page, consoleUrl);
  await loadWholeLog(shown.page);
  const logCalls = await callsOf(emulatorUrl);
  const bare = await browser.open();
  const floorSelector = await openFloor(bare.page, lines);

  const [viewer, floor]: StepCost[][] = [[], []];
  const search: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    await shown.page.bringToFront();
    const cost = await scrollCost(shown.page, LOG_REGION, shown.metrics);
    await bare.page.bringToFront();
    const least = await scrollCost(bare.page, floorSelector, bare.metrics);
    if (run < 0) continue;
    viewer?.push(cost);
    floor?.push(least);
  }
  await shown.page.bringToFront();
  for (let run = 0; run < runs; run += 1) search.push(await searchLog(shown.page));
  await shown.collectGarbage();
  const { nodes, heapBytes } = await shown.metrics();
  const rows = await shown.page.locator(`${LOG_REGION} li`).count();
  return { firstLine, search, viewer: viewer ?? [], floor: floor ?? [], openCalls, logCalls, rows, nodes, heapBytes };
}
