import type { Page } from "@playwright/test";

import { expect, test } from "./support/test";

test.use({ role: "operator" });

const card = (page: Page, name: string) =>
  page.getByRole("list", { name: "Modes compared" }).getByRole("listitem", { name });

test("the modes are compared for a workload, the impossible ones with the reason, and one is taken", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/local/deploy?source=bundled&model=tiny-ner&instance=ml.m5.large&memory=3072&mode=serverless");
  await page.getByRole("button", { name: "Help me choose" }).click();
  await expect(card(page, "Real-time")).toContainText("$83.95 a month");
  await expect(card(page, "Serverless")).toContainText("$1.83 a month");
  await expect(card(page, "Serverless")).toContainText("Lowest known price");
  await expect(card(page, "Asynchronous")).toContainText("Price unknown");
  await expect(card(page, "Asynchronous")).toContainText("$0.9716 a month at the hosting price");
  await expect(page.getByText("Serverless costs less than real-time up to 46,000 calls a day.")).toBeVisible();
  await expect(
    page.getByRole("img", { name: /^Cost of a month by calls a day: Real-time \$83\.95 at 0/ }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Show as table" }).click();
  await expect(page.getByRole("table", { name: "Cost of a month by calls a day" })).toContainText("86,400");
  await expectAccessible();

  await page.getByRole("textbox", { name: "Payload (MB)" }).fill("30");
  await page.getByRole("textbox", { name: "Seconds for an answer" }).fill("12");
  await expect(card(page, "Real-time (not possible)")).toContainText(
    "It takes and gives at most 25 MB; yours has 30 MB.",
  );
  await expect(card(page, "Serverless (not possible)")).toContainText("at most 4 MB");
  await expect(card(page, "Serverless (not possible)").getByRole("button")).toHaveCount(0);
  await expectAccessible();

  await card(page, "Asynchronous").getByRole("button", { name: "Use this" }).click();
  await expect(page.getByRole("radio", { name: "Asynchronous", exact: true })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /Scale from zero/ })).toBeChecked();
  await expect(card(page, "Asynchronous")).toContainText("Chosen");

  await page.getByRole("textbox", { name: "Calls a day" }).fill("often");
  await expect(page.getByText("Enter a number above 0, at most 1,000,000,000 calls.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Modes compared" })).toHaveCount(0);
});

test("a link opens the comparison, and batch leads to its own form with the model filled in", async ({ page }) => {
  await page.goto("/local/deploy?source=bundled&model=tiny-ner&calls=50000&peak=4&seconds=2&cold=no&size=9");
  await expect(card(page, "Serverless (not possible)")).toContainText("at most 6 GB of memory; the model needs 9 GB");
  await expect(card(page, "Batch transform (not possible)")).toContainText("minutes pass before the first answer");
  await expect(card(page, "Real-time")).toContainText("8 instances, all the time");
  await page.getByRole("combobox", { name: "May a call wait for a start?" }).selectOption("Yes, now and then");
  await expect(page).toHaveURL(/calls=50000&peak=4&.*cold=yes/);

  await card(page, "Batch transform").getByRole("link", { name: "Use this in a transform job" }).click();
  await expect(page.getByRole("heading", { name: "New transform job" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Bundled model" })).toHaveValue("tiny-ner");
});
