// Finds a Chromium that really starts and draws text, trying the cheap ways first.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";

import { packagedChromium } from "./packaged-chromium.mjs";
import { systemBrowsers } from "./system-browsers.mjs";

const DOWNLOAD_MS = 300_000;

/**
 * Returns `{ name, executablePath, env }`; an undefined executablePath is Playwright's own browser.
 * CHROMIUM_PATH overrides the search. Throws an Error that says what was tried and what to do.
 */
export async function ensureChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { name: `CHROMIUM_PATH ${chosen}`, executablePath: chosen, env: {} };

  const tried = [];
  for (const candidate of candidates()) {
    const browser = candidate();
    if (!browser) continue;
    tried.push(browser.name);
    if (await canDrawText(browser)) return browser;
  }
  throw new Error(
    `No Chromium could be started for the browser tests. Tried: ${tried.join(", ") || "nothing was found"}.\n` +
      "Install Chromium or Chrome, or run `npx playwright install chromium`, or set CHROMIUM_PATH to one.",
  );
}

function* candidates() {
  yield () => playwrightsOwn("Playwright's own");
  for (const browser of systemBrowsers()) yield () => browser;
  yield packagedChromium;
  yield downloadWithPlaywright;
  yield installWithApt;
}

function playwrightsOwn(name) {
  return existsSync(chromium.executablePath()) ? { name, executablePath: undefined, env: {} } : null;
}

function downloadWithPlaywright() {
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  const args = [cli, "install", "chromium-headless-shell"];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit", timeout: DOWNLOAD_MS });
  return status === 0 ? { name: "Playwright's own, downloaded", executablePath: undefined, env: {} } : null;
}

function installWithApt() {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== "linux" || !isRoot || !existsSync("/usr/bin/apt-get")) return null;
  spawnSync("apt-get", ["update"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "inherit" });
  return { name: "Chromium from apt", executablePath: "/usr/bin/chromium", env: {} };
}

/** A browser without fonts starts too, but its text has no width and nothing would count as visible. */
async function canDrawText({ name, executablePath, env }) {
  try {
    const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, timeout: 20_000 });
    const page = await browser.newPage();
    await page.setContent("<span>x</span>");
    const width = await page.evaluate(() => document.querySelector("span").getBoundingClientRect().width);
    await browser.close();
    return width > 0;
  } catch (error) {
    if (process.env.DEBUG_CHROMIUM) console.error(name, error.message);
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.info(await ensureChromium());
