import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";

import { ensureChromium } from "../chromium/ensure-chromium.mjs";
import type { OwnConsole } from "./own-console.ts";

/** Seconds of work and sizes as Chromium counts them for a page. */
export type PageMetrics = {
  script: number;
  layout: number;
  style: number;
  task: number;
  nodes: number;
  heapBytes: number;
};

export type BenchPage = { page: Page; metrics(): Promise<PageMetrics>; collectGarbage(): Promise<void> };

export type BenchBrowser = {
  /** A new page whose work is counted, signed in to the console if there is one. */
  open(): Promise<BenchPage>;
  version: string;
  close(): Promise<void>;
};

/** Starts the Chromium that the browser specs use, signed in to a console where one is given. */
export async function openBrowser(signedIn?: Pick<OwnConsole, "consoleUrl" | "cookie">): Promise<BenchBrowser> {
  const { executablePath, env } = await ensureChromium();
  const browser: Browser = await chromium.launch({ executablePath, env: { ...process.env, ...env } });
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
  if (signedIn) await context.addCookies(cookiesOf(signedIn));
  return {
    version: browser.version(),
    close: () => browser.close(),
    async open() {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Performance.enable", { timeDomain: "threadTicks" });
      return {
        page,
        metrics: () => readMetrics(session),
        collectGarbage: async () => void (await session.send("HeapProfiler.collectGarbage")),
      };
    },
  };
}

function cookiesOf({ consoleUrl, cookie }: Pick<OwnConsole, "consoleUrl" | "cookie">) {
  return cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: consoleUrl };
  });
}

async function readMetrics(session: CDPSession): Promise<PageMetrics> {
  const { metrics } = await session.send("Performance.getMetrics");
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    script: value("ScriptDuration"),
    layout: value("LayoutDuration"),
    style: value("RecalcStyleDuration"),
    task: value("TaskDuration"),
    nodes: value("Nodes"),
    heapBytes: value("JSHeapUsedSize"),
  };
}
