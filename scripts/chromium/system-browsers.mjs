import { existsSync } from "node:fs";

const PATHS = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** Chromium-family browsers that are installed where their installers put them. */
export function systemBrowsers() {
  if (process.env.NO_SYSTEM_BROWSER) return [];
  return (PATHS[process.platform] ?? [])
    .filter((path) => existsSync(path))
    .map((path) => ({ name: path, executablePath: path, env: {} }));
}
