import type { Page } from "@playwright/test";

import { LONG_JOB } from "./fill.ts";

export const LOG_REGION = 'section[aria-label="Log lines"]';

/** Opens the long log; milliseconds until its newest line is there. */
export async function openLog(page: Page, consoleUrl: string): Promise<number> {
  const askedAt = performance.now();
  await page.goto(`${consoleUrl}/local/training/${LONG_JOB}?tab=logs`, { waitUntil: "commit" });
  await page.locator(`${LOG_REGION} li`).first().waitFor();
  return performance.now() - askedAt;
}

/** Scrolls up until the whole log is loaded, and half of the way down again. */
export async function loadWholeLog(page: Page): Promise<void> {
  const region = page.locator(LOG_REGION);
  const isWhole = page.getByText(/, the whole log$/);
  while (!(await isWhole.isVisible())) {
    await region.evaluate((element) => {
      element.dispatchEvent(new WheelEvent("wheel"));
      element.scrollTop = 0;
    });
    await page.waitForTimeout(50);
  }
  await region.evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2;
  });
  await page.waitForTimeout(200);
}

/** Milliseconds from typing to the count of hits among all loaded lines. */
export async function searchLog(page: Page): Promise<number> {
  const typedAt = performance.now();
  await page.getByRole("searchbox", { name: "Search the log" }).fill("was slower");
  await page.getByRole("status").filter({ hasText: /^\d+$/ }).waitFor();
  const took = performance.now() - typedAt;
  await page.getByRole("searchbox", { name: "Search the log" }).fill("");
  return took;
}
