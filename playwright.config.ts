import { defineConfig, devices } from "@playwright/test";

import { E2E } from "./e2e/support/settings";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // A second try on CI only, and a test that needed it is listed as flaky: a slow machine must not hide a real failure.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: E2E.consoleUrl,
    // Recording each test costs a third of its time: the second try is recorded, and a single local run.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: ["--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  // The same command that people run, on ports and a folder of its own.
  webServer: {
    command: "node scripts/start.mjs",
    url: `${E2E.consoleUrl}/api/health`,
    timeout: 300_000,
    reuseExistingServer: !process.env.CI,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: {
      PORT: String(E2E.port),
      EMULATOR_PORT: String(E2E.emulatorPort),
      DATA_DIR: E2E.dataDir,
      ADMIN_PASSWORD: E2E.adminPassword,
      HUB_URL: `http://127.0.0.1:${E2E.hubPort}`,
      EMULATOR_ENDPOINT_DELAY_MS: "300",
      GIT_LOCAL_ORIGIN: `http://127.0.0.1:${E2E.gitPort}`,
    },
  },
});
