import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";

import { freePort } from "./free-port";
import { type OwnProcess, ownProcess } from "./own-process";
import { E2E } from "./settings";
import { test as base, expect } from "./test";

type Fixtures = {
  /** A folder that is gone after the test. */
  dataDir: string;
  ownEmulator: OwnProcess;
  /** A console of its own, against `ownEmulator`; both run when the test begins. */
  ownConsole: OwnProcess;
  /** The same build on an AWS account for which this machine has no credentials. */
  ownConsoleWithoutCredentials: OwnProcess;
  /** Signs in by hand as the first administrator. */
  signInTo(console: OwnProcess, page: Page): Promise<void>;
};

/** For tests that kill or starve a console or an emulator, which the other tests need alive. */
export const test = base.extend<Fixtures>({
  role: null,
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
  dataDir: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), "own-console-"));
    await use(dataDir);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  },
  ownEmulator: async ({ dataDir }, use) => {
    const port = await freePort();
    const emulator = ownProcess({
      args: ["--import", "tsx", "emulator/main.ts"],
      env: { EMULATOR_PORT: String(port), DATA_DIR: dataDir },
      url: `http://127.0.0.1:${port}`,
      healthPath: "/_emulator/health",
    });
    await emulator.start();
    await use(emulator);
    await emulator.kill();
  },
  ownConsole: async ({ dataDir, ownEmulator }, use) => {
    await useConsole({ DATA_DIR: dataDir, EMULATOR_URL: ownEmulator.url }, use);
  },
  ownConsoleWithoutCredentials: async ({ dataDir }, use) => {
    const none = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_PROFILE: undefined };
    const noFiles = { AWS_CONFIG_FILE: join(dataDir, "none"), AWS_SHARED_CREDENTIALS_FILE: join(dataDir, "none") };
    const env = { ...none, ...noFiles, EMULATOR_URL: undefined, AWS_REGION: "us-east-1" };
    await useConsole({ DATA_DIR: dataDir, ...env }, use);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
  signInTo: async ({}, use) => {
    await use(async (console, page) => {
      await page.goto(`${console.url}/sign-in`);
      await page.getByRole("textbox", { name: "Name" }).fill("admin");
      await page.getByLabel("Password").fill(E2E.adminPassword);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
    });
  },
});

async function useConsole(env: Record<string, string | undefined>, use: (made: OwnProcess) => Promise<void>) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const made = ownProcess({
    args: ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)],
    env: {
      NEXTAUTH_URL: url,
      NEXT_TELEMETRY_DISABLED: "1",
      AWS_EC2_METADATA_DISABLED: "true",
      ADMIN_PASSWORD: E2E.adminPassword,
      ...env,
    },
    url,
    healthPath: "/api/health",
  });
  await made.start();
  await use(made);
  await made.kill();
}

export { expect };
