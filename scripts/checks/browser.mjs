import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ensureChromium } from "../chromium/ensure-chromium.mjs";
import { freePortsInARow } from "../launch/ports.mjs";
import { run } from "../launch/run.mjs";

const REPORT = "test-results/browser.json";

/** Browser specs in headless Chromium against the production build and the emulator. `args` go to Playwright. */
export async function runBrowserTests(args = []) {
  console.info("\n— browser tests");
  const browser = await ensureChromium().catch((error) => {
    console.error(error.message);
    return null;
  });
  if (!browser) return { name: "browser", passed: 0, failed: 1 };
  console.info(`Browser: ${browser.name}`);

  rmSync(REPORT, { force: true });
  // Ports and a folder of this run alone: what an earlier run left, or another console, cannot get in the way.
  // The specs listen on two more beside the console's, see e2e/support/settings.ts.
  const port = await freePortsInARow(4);
  const dataDir = mkdtempSync(join(tmpdir(), "huggingface-sagemaker-console-"));
  const code = run(process.execPath, ["node_modules/@playwright/test/cli.js", "test", ...args], {
    env: {
      E2E_PORT: String(port),
      E2E_EMULATOR_PORT: String(port + 3),
      E2E_DATA_DIR: dataDir,
      ...process.env,
      ...browser.env,
      CI: "true", // start a server of our own, always
      CHROMIUM_PATH: browser.executablePath ?? "",
    },
  });
  rmSync(dataDir, { recursive: true, force: true });
  const { stats } = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, "utf8")) : { stats: null };
  const passed = stats ? stats.expected + stats.flaky : 0;
  const failed = stats?.unexpected ?? 0;
  if (stats?.flaky) console.warn(`${stats.flaky} of them passed only at the second try: look into them.`);
  return { name: "browser", passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
