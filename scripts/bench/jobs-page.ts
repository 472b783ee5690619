import type { Page } from "@playwright/test";

import { ONE_JOB } from "./fill.ts";

/** Milliseconds from asking for the page of training jobs to its first row, and from typing a name to its row alone. */
export async function measureJobsPage(
  page: Page,
  consoleUrl: string,
): Promise<{ firstRows: number; filtered: number }> {
  const table = page.getByRole("table", { name: "Training jobs" });
  const askedAt = performance.now();
  await page.goto(`${consoleUrl}/local/training?limit=100`, { waitUntil: "commit" });
  await table.getByRole("row").nth(1).waitFor();
  const firstRows = performance.now() - askedAt;

  // What is typed before the page listens would be lost.
  await page.waitForLoadState("networkidle");
  const box = page.getByRole("searchbox", { name: "Name contains" });
  const typedAt = performance.now();
  await box.fill(ONE_JOB);
  await table.getByRole("row").nth(2).waitFor({ state: "detached" });
  await table.getByRole("link", { name: ONE_JOB }).waitFor();
  return { firstRows, filtered: performance.now() - typedAt };
}
