/**
 * How soon the review of scaling shows its first rows with many scalable targets, and what it asks AWS for, in headless
 * Chromium, against a production build and the emulator: `npx tsx scripts/bench/scaling-targets.ts`; `-- --runs 5` looks
 * more often. Ten variants share an endpoint, so that the emulator is filled in seconds.
 */
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";

import { openBrowser } from "./browser.ts";
import { callsOf, forgetCalls } from "./emulator-calls.ts";
import { fillScaling } from "./fill-scaling.ts";
import { machineLine, machineLoad, tooBusy } from "./machine.ts";
import { startOwnConsole } from "./own-console.ts";

const { values } = parseArgs({
  options: { targets: { type: "string", default: "2000" }, runs: { type: "string", default: "3" } },
});
const [targets, runs] = [Number(values.targets), Number(values.runs)];
/** Longer than anything that the review reads is kept. */
const FORGOTTEN_MS = 17_000;

const running = await startOwnConsole();
try {
  await fillScaling(running.emulatorUrl, targets);
  const browser = await openBrowser(running);
  const load = machineLoad();
  console.info(`${targets} scalable targets, ${machineLine()}, load ${load.toFixed(1)}`);
  const busy = tooBusy(load);
  if (busy) console.info(busy);
  for (let run = -1; run < runs; run += 1) {
    await wait(FORGOTTEN_MS);
    const { page } = await browser.open();
    await forgetCalls(running.emulatorUrl);
    const askedAt = performance.now();
    await page.goto(`${running.consoleUrl}/local/scaling`, { waitUntil: "commit" });
    await page.getByRole("table", { name: "Scalable targets" }).getByRole("row").nth(1).waitFor();
    const firstRowsMs = performance.now() - askedAt;
    await page.getByText(`of ${Math.ceil(targets / 50)},`).waitFor({ timeout: 120_000 });
    await page.getByText(/^Reading /).waitFor({ state: "detached", timeout: 240_000 });
    const wholeMs = performance.now() - askedAt;
    await page.close();
    const name = run < 0 ? "first look, not counted" : `look ${run + 1}`;
    console.info(`${name}: first rows after ${Math.round(firstRowsMs)} ms, everything after ${Math.round(wholeMs)} ms`);
    console.info(`  calls: ${await callsOf(running.emulatorUrl)}`);
  }
  await browser.close();
} finally {
  await running.stop();
}
