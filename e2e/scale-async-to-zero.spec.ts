import type { Page } from "@playwright/test";

import { expect, test } from "./support/own-console";
import { serveClassifier } from "./support/own-endpoints";
import { passSeconds } from "./support/pass-seconds";
import {
  expectScalingChanged,
  happened,
  reloadUntil,
  reviewScaling,
  scalingForm,
  sendScaling,
} from "./support/scaling-form";

test.setTimeout(240_000);

const BUCKET = "sagemaker-us-east-1-111122223333";
const NAME = "sleepy";
const SEEN = { timeout: 10_000 };

const inState = (page: Page, state: string) =>
  page.getByRole("table", { name: "Requests" }).getByRole("row").filter({ hasText: state });

test("an idle queue goes to no instance, wakes for what is sent, answers it and goes to none again", async ({
  page,
  ownConsole,
  ownEmulator,
  signInTo,
  expectAccessible,
}) => {
  const OutputConfig = { S3OutputPath: `s3://${BUCKET}/answers` };
  await serveClassifier(ownEmulator, NAME, { AsyncInferenceConfig: { OutputConfig } });
  await signInTo(ownConsole, page);
  const tab = `${ownConsole.url}/local/endpoints/${NAME}?tab=scaling&range=3h`;
  const newest = happened(page)
    .getByRole("row", { name: /Scaling: / })
    .first();

  await test.step("the editor offers zero, and the policy that leaves it", async () => {
    await page.goto(tab);
    await page.getByRole("button", { name: "Set up scaling" }).click();
    const form = scalingForm(page);
    await form.getByLabel("Minimum instances").fill("0");
    await form.getByLabel("Maximum instances").fill("2");
    await form.getByRole("button", { name: "Target tracking" }).click();
    await expect(form.getByText(/Add the policy that wakes it\.$/)).toBeVisible();
    await form.getByRole("button", { name: "Wake from zero" }).click();
    await expect(form.getByText(/Add the policy that wakes it\.$/)).toBeHidden();
    const review = await reviewScaling(page);
    await expect(review.getByRole("figure", { name: "PutMetricAlarm" })).toContainText("HasBacklogWithoutCapacity");
    await sendScaling(page, 4);
    await expectScalingChanged(page);
  });

  await test.step("in to zero", async () => {
    await passSeconds(ownEmulator, 20 * 60);
    await reloadUntil(page, tab, async () => {
      await expect(newest).toContainText("Scaled to 0 instances", SEEN);
      await expect(page.getByText("0 instances", { exact: true })).toBeVisible(SEEN);
    });
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
    await expect(inState(page, "Done")).toHaveCount(3, { timeout: 60_000 });
    await reloadUntil(page, tab, async () => {
      await expect(newest).toContainText("Scaled to 1 instance", SEEN);
      await expect(page.getByText("1 instance", { exact: true })).toBeVisible(SEEN);
    });
    await expect(newest).toContainText(
      new RegExp(`Policy HasBacklogWithoutCapacity-ScalingPolicy-${NAME}: the alarm .+ was on\\.`),
    );
  });

  await test.step("and in to zero again", async () => {
    await passSeconds(ownEmulator, 30 * 60);
    await reloadUntil(page, tab, async () => {
      await expect(newest).toContainText("Scaled to 0 instances", SEEN);
      await expect(newest).toContainText(": the metric was below the target.", SEEN);
    });
    await expectAccessible();
  });
});
