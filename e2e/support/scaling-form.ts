import { expect, type Page } from "@playwright/test";

/** The editor on an endpoint's Scaling tab. */
export function scalingForm(page: Page) {
  return page.getByRole("form", { name: "Scaling", exact: true });
}

/** Opens the review of what was entered, which shows the requests before they are sent. */
export async function reviewScaling(page: Page) {
  await scalingForm(page).getByRole("button", { name: "Review changes" }).click();
  return page.getByRole("dialog", { name: "Review changes" });
}

/** Sends what the open or still closed review holds: as many requests as are said. */
export async function sendScaling(page: Page, requests: number): Promise<void> {
  const review = page.getByRole("dialog", { name: "Review changes" });
  if (!(await review.isVisible())) await reviewScaling(page);
  await review.getByRole("button", { name: `Send ${requests} request${requests === 1 ? "" : "s"}` }).click();
}

/** The change is done, and what scales is shown instead of the form. */
export async function expectScalingChanged(page: Page): Promise<void> {
  await expect(page.getByText("Scaling changed").first()).toBeVisible();
}

/** The table of activities, alarms and changes under the timeline. */
export function happened(page: Page) {
  return page.getByRole("table", { name: "What happened" });
}

/**
 * Loads a page anew until it shows what is expected: a clock that was moved is seen at the next reading. What is expected
 * is waited for as long as the page may take to load.
 */
export async function reloadUntil(page: Page, url: string, expectation: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.goto(url);
    await expectation();
  }).toPass({ timeout: 90_000 });
}
