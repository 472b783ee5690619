import type { Page } from "@playwright/test";

import { expect, test } from "./support/own-console";
import type { OwnProcess } from "./support/own-process";
import { passSeconds } from "./support/pass-seconds";

test.setTimeout(300_000);

const BUCKET = "sagemaker-us-east-1-111122223333";
const NAME = "sleepy";

/** Deploys an asynchronous classifier. */
async function deployQueue(page: Page, console: OwnProcess): Promise<void> {
  await page.goto(`${console.url}/local/deploy?source=bundled&model=afinn-sentiment&name=${NAME}`);
  await page.getByRole("radio", { name: "Asynchronous" }).check();
  await page.getByRole("textbox", { name: "Answers go to" }).fill(`s3://${BUCKET}/answers`);
  await page.getByRole("button", { name: "Review the requests" }).click();
  await page.getByRole("button", { name: "Deploy endpoint" }).click();
  await expect(page.getByText("The endpoint is in service.")).toBeVisible({ timeout: 90_000 });
}

/** The emulator scales while its clock moves: the tab shows it at its next visit. */
async function seeScaled(page: Page, console: OwnProcess, instances: string): Promise<void> {
  const newest = page
    .getByRole("table", { name: "What happened" })
    .getByRole("row", { name: /Scaling: / })
    .first();
  await expect(async () => {
    await page.goto(`${console.url}/local/endpoints/${NAME}?tab=scaling&range=3h`);
    await expect(newest).toContainText(`Scaled to ${instances}`, { timeout: 4_000 });
    await expect(page.getByText(instances, { exact: true })).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 60_000 });
}

const inState = (page: Page, state: string) =>
  page.getByRole("table", { name: "Requests" }).getByRole("row").filter({ hasText: state });

test("an idle queue goes to no instance, wakes for what is sent, answers it and goes to none again", async ({
  page,
  ownConsole,
  ownEmulator,
  signInTo,
  expectAccessible,
}) => {
  await signInTo(ownConsole, page);
  await deployQueue(page, ownConsole);

  await test.step("the editor offers zero, and the policy that leaves it", async () => {
    await page.goto(`${ownConsole.url}/local/endpoints/${NAME}?tab=scaling`);
    await page.getByRole("button", { name: "Set up scaling" }).click();
    const form = page.getByRole("form", { name: "Scaling", exact: true });
    await form.getByLabel("Minimum instances").fill("0");
    await form.getByLabel("Maximum instances").fill("2");
    await form.getByRole("button", { name: "Target tracking" }).click();
    await expect(form.getByText(/Add the policy that wakes it\.$/)).toBeVisible();
    await form.getByRole("button", { name: "Wake from zero" }).click();
    await expect(form.getByText(/Add the policy that wakes it\.$/)).toBeHidden();
    await form.getByRole("button", { name: "Review changes" }).click();
    const review = page.getByRole("dialog", { name: "Review changes" });
    await expect(review.getByRole("figure", { name: "PutMetricAlarm" })).toContainText("HasBacklogWithoutCapacity");
    await review.getByRole("button", { name: "Send 4 requests" }).click();
    await expect(page.getByText("Scaling changed")).toBeVisible();
  });

  await test.step("in to zero", async () => {
    await passSeconds(ownEmulator, 20 * 60);
    await seeScaled(page, ownConsole, "0 instances");
    await expectAccessible();
  });

  await test.step("what is sent waits, and is answered when an instance is there", async () => {
    await page.goto(`${ownConsole.url}/local/async?endpoint=${NAME}`);
    await page.getByRole("radio", { name: "Files" }).check();
    const files = [1, 2, 3].map((number) => ({
      name: `review-${number}.json`,
      mimeType: "application/json",
      buffer: Buffer.from('{"inputs": "I love this"}'),
    }));
    await page.getByLabel("Files", { exact: true }).last().setInputFiles(files);
    await page.getByRole("button", { name: "Send 3 requests" }).click();
    await expect(inState(page, "Queued")).toHaveCount(3);
    await passSeconds(ownEmulator, 4 * 60);
    await expect(inState(page, "Done")).toHaveCount(3, { timeout: 90_000 });
    await seeScaled(page, ownConsole, "1 instance");
    const events = page.getByRole("table", { name: "What happened" });
    await expect(
      events.getByText(new RegExp(`Policy HasBacklogWithoutCapacity-ScalingPolicy-${NAME}: the alarm `)),
    ).toBeVisible();
  });

  await test.step("and in to zero again", async () => {
    await passSeconds(ownEmulator, 30 * 60);
    await seeScaled(page, ownConsole, "0 instances");
    await expect(page.getByText(/: the metric was below the target\.$/).first()).toBeVisible();
    await expectAccessible();
  });
});
