import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

import { makeEndpoint } from "./support/make-endpoint";
import { expect, test } from "./support/test";
import { makeEndedTrainingJob, writeLog } from "./support/write-log";

const LINES = 20_000;
const HOUR_MS = 3_600_000;

const region = (page: Page) => page.getByRole("region", { name: "Log lines" });
const line = (page: Page, text: string) => region(page).getByRole("listitem").filter({ hasText: text });

/** A job whose log has twenty thousand lines. */
async function makeLongLog(name: string): Promise<void> {
  await makeEndedTrainingJob(name);
  const lines = Array.from({ length: LINES }, (_, index) => {
    if (index === 4_321) return "the needle of the log";
    if (index % 5_000 === 77) return `ValueError: step ${index} went wrong`;
    return index === LINES - 2 ? JSON.stringify({ step: index, loss: 0.25 }) : `step ${index} loss=0.5`;
  });
  await writeLog("/aws/sagemaker/TrainingJobs", `${name}/algo-1-1700000000`, lines, Date.now() - HOUR_MS);
}

test("a log of twenty thousand lines is read from its newest line back, with few rows on the page", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("long-log");
  await makeLongLog(name);
  await page.goto(`/local/training/${name}?tab=logs`);
  await expect(line(page, `step ${LINES - 1} `)).toBeInViewport();
  await expect(page.getByText("1,000 lines loaded")).toBeVisible();

  await region(page).hover();
  await expect(async () => {
    await page.mouse.wheel(0, -6_000);
    await expect(page.getByText("3,000 lines loaded")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await region(page).getByRole("listitem").count()).toBeLessThan(300);
  await expect(line(page, `step ${LINES - 1} `)).toHaveCount(0);

  await page.getByRole("button", { name: "Jump to newest" }).click();
  await expect(line(page, `step ${LINES - 1} `)).toBeInViewport();
  await page.getByRole("button", { name: "Oldest" }).click();
  await expect(line(page, "step 0 ")).toBeInViewport();
  await expectAccessible();
});

test("a search reaches what is not loaded, and the line it finds has a link", async ({
  page,
  uniqueName,
  expectAccessible,
}) => {
  const name = uniqueName("search-log");
  await makeLongLog(name);
  await page.goto(`/local/training/${name}?tab=logs`);
  await expect(line(page, `step ${LINES - 1} `)).toBeInViewport();
  await page.getByRole("searchbox", { name: "Search the log" }).fill("needle of");
  await expect(page.getByRole("status").filter({ hasText: "None loaded" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search the log" }).press("Enter");
  const found = line(page, "the needle of the log");
  await expect(found).toBeInViewport();
  await expect(found).toHaveAttribute("aria-current", "true");
  await expect(found.locator("mark")).toHaveText("needle of");
  await expect(line(page, "step 4320 ")).toBeInViewport();
  await expectAccessible();

  await expect(page).toHaveURL(/at=.*line=/);
  await page.reload();
  await expect(found).toBeInViewport();
  await expect(found).toHaveAttribute("aria-current", "true");
});

test("errors are found in the whole log, and each leads to the lines around it", async ({ page, uniqueName }) => {
  const name = uniqueName("errors-log");
  await makeLongLog(name);
  await page.goto(`/local/training/${name}?tab=logs`);
  await page.getByRole("combobox", { name: "Level" }).selectOption("Errors");
  await expect(page.getByText("4 lines found in the whole log")).toBeVisible();
  await line(page, "step 5077 went wrong").click();
  await page.getByRole("button", { name: "Show in the log" }).click();
  await expect(line(page, "step 5077 went wrong")).toHaveAttribute("aria-current", "true");
  await expect(line(page, "step 5076 ")).toBeInViewport();
});

test("lines are walked through by keys, unfolded and turned around", async ({ page, uniqueName, expectAccessible }) => {
  const name = uniqueName("keys-log");
  await makeLongLog(name);
  await page.goto(`/local/training/${name}?tab=logs&order=newest`);
  await expect(line(page, `step ${LINES - 1} `)).toBeInViewport();
  await region(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(line(page, `step ${LINES - 1} `)).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(region(page).getByText('"loss": 0.25')).toBeVisible();
  await expectAccessible();

  await page.getByRole("button", { name: "View" }).click();
  await page.getByRole("menuitemradio", { name: "Oldest first" }).click();
  await expect(region(page).getByText('"loss": 0.25')).toBeInViewport();
  await page.getByRole("button", { name: "View" }).click();
  await page.getByRole("menuitemradio", { name: "UTC" }).click();
  await expect(
    region(page)
      .getByText(/^\d\d:\d\d:\d\d\.\d{3}Z$/)
      .first(),
  ).toBeVisible();
  await expect(page).toHaveURL(/times=utc/);
});

test("the whole log is downloaded", async ({ page, uniqueName }) => {
  const name = uniqueName("saved-log");
  await makeLongLog(name);
  await page.goto(`/local/training/${name}?tab=logs`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\n");
  expect(lines).toHaveLength(LINES);
  expect(lines[0]).toMatch(/^\S+Z step 0 loss=0\.5$/);
  expect(lines.at(-1)).toMatch(new RegExp(`^\\S+Z step ${LINES - 1} loss=0\\.5$`));
});

test("a log is followed until the reader scrolls away, and again from its newest line", async ({
  page,
  uniqueName,
}) => {
  const name = uniqueName("live-log");
  await makeEndpoint({ name });
  const write = (what: string) =>
    writeLog(
      `/aws/sagemaker/Endpoints/${name}`,
      "AllTraffic/written",
      Array.from({ length: 200 }, (_, index) => `${what} ${index}`),
      Date.now(),
    );
  await write("first");
  await page.goto(`/local/endpoints/${name}?tab=logs&stream=AllTraffic/written`);
  await expect(line(page, "first 199")).toBeInViewport();
  await write("second");
  await expect(line(page, "second 199")).toBeInViewport();

  await region(page).hover();
  await page.mouse.wheel(0, -1_500);
  await expect(line(page, "second 199")).not.toBeInViewport();
  await write("third");
  await page.getByRole("button", { name: "200 new lines" }).click();
  await expect(line(page, "third 199")).toBeInViewport();
  await write("fourth");
  await expect(line(page, "fourth 199")).toBeInViewport();
});
