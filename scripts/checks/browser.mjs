import { existsSync, readFileSync, rmSync } from "node:fs";

import { ensureChromium } from "../chromium/ensure-chromium.mjs";
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
  const code = run(process.execPath, ["node_modules/@playwright/test/cli.js", "test", ...args], {
    env: {
      ...process.env,
      ...browser.env,
      CHROMIUM_PATH: browser.executablePath ?? "",
      PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT,
    },
  });
  const { stats } = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, "utf8")) : { stats: null };
  const passed = stats ? stats.expected + stats.flaky : 0;
  const failed = stats?.unexpected ?? 0;
  return { name: "browser", passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
