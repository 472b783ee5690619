/**
 * How the review of scaling holds up with many scalable targets: what a person waits for the first rows, and what one whole
 * look costs in calls to AWS, in headless Chromium, against a production build and the emulator. Run it by
 * `npm run bench:scaling-targets`; it starts a console as people do, on ports and a folder of its own.
 * `-- --targets 500 --runs 11` changes how many.
 */
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import {
  ApplicationAutoScalingClient,
  PutScalingPolicyCommand,
  RegisterScalableTargetCommand,
} from "@aws-sdk/client-application-auto-scaling";
import type { Page } from "@playwright/test";

import { openBrowser } from "./browser.ts";
import { type Calls, countedCalls, forgetCalls, inWords, sumOf } from "./emulator-calls.ts";
import { machineLine, machineLoad } from "./machine.ts";
import { forEach, makeManyEndpoints, sdkOf, VARIANT } from "./many-endpoints.ts";
import { quantile } from "./measure.ts";
import { type OwnConsole, startOwnConsole } from "./own-console.ts";

const { values } = parseArgs({
  options: { targets: { type: "string", default: "2000" }, runs: { type: "string", default: "5" } },
});
const [count, runs] = [Number(values.targets), Number(values.runs)];
const MAX_MS = 1_000;
/** After this the console asks AWS anew for what it read. */
const FORGOTTEN_AFTER_MS = 16_000;

const running = await startOwnConsole();
try {
  const names = await makeManyEndpoints(running.emulatorUrl, count);
  await scaleAll(running, names);
  const browser = await openBrowser(running);
  const load = machineLoad();
  const [first, whole]: number[][] = [[], []];
  let calls: Calls = {};
  for (let run = -1; run < runs; run += 1) {
    const { page } = await browser.open();
    await forgetCalls(running.emulatorUrl);
    const took = await look(page, running.consoleUrl);
    calls = await countedCalls(running.emulatorUrl);
    await page.close();
    await wait(FORGOTTEN_AFTER_MS);
    if (run < 0) continue; // the first look loads what the console loads once
    first?.push(took.first);
    whole?.push(took.whole);
  }
  const median = quantile(first ?? [], 0.5);
  console.info(`
targets             ${count}, each of an endpoint of its own and with a policy
first rows          ${spread(first ?? [])} (target: at most ${MAX_MS} ms)   ${median <= MAX_MS ? "met" : "missed"}
all rows            ${spread(whole ?? [])}
calls of one look   ${sumOf(calls)}: ${inWords(calls)}

medians of ${runs} looks, with the lowest and highest
${machineLine()}, load ${load.toFixed(1)} before and ${machineLoad().toFixed(1)} after, Chromium ${browser.version}`);
  await browser.close();
} finally {
  await running.stop();
}

async function scaleAll({ emulatorUrl }: OwnConsole, names: readonly string[]): Promise<void> {
  const client = new ApplicationAutoScalingClient(sdkOf(emulatorUrl));
  await forEach(names, async (name) => {
    const target = {
      ServiceNamespace: "sagemaker",
      ResourceId: `endpoint/${name}/variant/${VARIANT}`,
      ScalableDimension: "sagemaker:variant:DesiredInstanceCount",
    } as const;
    await client.send(new RegisterScalableTargetCommand({ ...target, MinCapacity: 1, MaxCapacity: 4 }));
    await client.send(
      new PutScalingPolicyCommand({
        ...target,
        PolicyName: "keep",
        PolicyType: "TargetTrackingScaling",
        TargetTrackingScalingPolicyConfiguration: {
          TargetValue: 100,
          PredefinedMetricSpecification: { PredefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
        },
      }),
    );
  });
  client.destroy();
}

/** Milliseconds from asking for the page to its first row, and until everything it lists has come. */
async function look(page: Page, consoleUrl: string): Promise<{ first: number; whole: number }> {
  const askedAt = performance.now();
  await page.goto(`${consoleUrl}/local/scaling`, { waitUntil: "commit" });
  await page.getByRole("table", { name: "Scalable targets" }).getByRole("row").nth(1).waitFor();
  const first = performance.now() - askedAt;
  await page.getByText(`${count} rows in all`).waitFor({ timeout: 120_000 });
  await page.waitForLoadState("networkidle", { timeout: 120_000 });
  return { first, whole: performance.now() - askedAt };
}

function spread(times: number[]): string {
  const [median, lowest, highest] = [quantile(times, 0.5), Math.min(...times), Math.max(...times)].map(Math.round);
  return `${median} ms (${lowest}–${highest})`;
}
